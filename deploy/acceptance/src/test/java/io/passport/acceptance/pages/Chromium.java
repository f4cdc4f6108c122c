package io.passport.acceptance.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The installed Chromium with an empty profile and without background requests. */
final class Chromium implements AutoCloseable {

    private static final String NOT_INSTALLED =
            "The pages are not tested: install chromium and chromedriver (Debian: chromium chromium-driver)";
    private static final Map<String, Object> PHONE =
            Map.of("deviceMetrics", Map.of("width", 360, "height", 740, "pixelRatio", 2.0));
    /** Without this it warns about unknown developer tools, which no test uses. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private static final String[] QUIET = {
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync"
    };

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts Chromium. Without an installed one the test is skipped, except in CI, where it fails. */
    static Chromium start(Path profile) {
        Optional<File> browser = program("chromium");
        Optional<File> driver = program("chromedriver");
        boolean installed = browser.isPresent() && driver.isPresent();
        assumeTrue(installed || System.getenv("CI") != null, NOT_INSTALLED);
        assertThat(installed).as(NOT_INSTALLED).isTrue();
        SELENIUM.setLevel(Level.SEVERE);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow())
                .build();
        return new Chromium(new ChromeDriver(service, options(browser.orElseThrow(), profile)));
    }

    /** The page it shows. */
    Page open(String address) {
        driver.get(address);
        return new Page(driver);
    }

    /** Asserts that every request succeeded and no script failed. */
    void assertNoErrors() {
        List<LogEntry> complaints = driver.manage().logs().get(LogType.BROWSER).getAll();
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static ChromeOptions options(File browser, Path profile) {
        LoggingPreferences console = new LoggingPreferences();
        console.enable(LogType.BROWSER, Level.WARNING);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser);
        options.addArguments(QUIET);
        options.addArguments("--user-data-dir=" + profile);
        options.setExperimentalOption("mobileEmulation", PHONE);
        options.setCapability(ChromeOptions.LOGGING_PREFS, console);
        return options;
    }

    private static Optional<File> program(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, name))
                .filter(File::canExecute)
                .findFirst();
    }
}
