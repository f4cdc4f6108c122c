package io.passport.acceptance.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** A page, used by its visible headings, labels, buttons and messages. */
final class Page {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final ChromeDriver driver;

    Page(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Waits for the view with this heading, and checks that it fits the width of the screen. */
    void shows(String heading) {
        visible("//h1[normalize-space()='%s']".formatted(heading));
        assertThat(script("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels too wide")
                .isEqualTo(0L);
    }

    /** Waits for a visible text that starts with this. */
    void says(String text) {
        visible("//*[starts-with(normalize-space(text()), '%s')]".formatted(text));
    }

    void follow(String link) {
        visible("//a[normalize-space()='%s']".formatted(link)).click();
    }

    void press(String button) {
        visible("//button[normalize-space()='%s']".formatted(button)).click();
    }

    void fill(String label, String value) {
        WebElement field = labelled(label);
        field.clear();
        field.sendKeys(value);
    }

    /** Waits until a text is visible this many times. */
    void showsTimes(int times, String text) {
        await(text)
                .atMost(TIMEOUT)
                .until(() -> driver.findElements(By.xpath("//*[normalize-space(text())='%s']".formatted(text))).stream()
                                .filter(WebElement::isDisplayed)
                                .count()
                        == times);
    }

    /** Chooses a file for upload. */
    void choose(String label, Path file) {
        labelled(label).sendKeys(file.toString());
    }

    /** The id of the image code that the page shows. */
    String pictureId() {
        WebElement picture = visible("//button[starts-with(@aria-label, '图片验证码')]/img");
        return (String) script(
                "return arguments[0].closest('.field').querySelector('[name=text]').form.elements.id.value", picture);
    }

    /** Waits until an image is loaded, and returns its URL. */
    String loaded(String alternative) {
        WebElement picture = visible("//img[@alt='%s']".formatted(alternative));
        await().atMost(TIMEOUT)
                .until(() -> Boolean.TRUE.equals(script("return arguments[0].naturalWidth > 0", picture)));
        return String.valueOf(picture.getDomProperty("src"));
    }

    private WebElement labelled(String label) {
        return driver.findElement(By.id(
                visible("//label[normalize-space()='%s']".formatted(label)).getDomAttribute("for")));
    }

    private WebElement visible(String xpath) {
        return await(xpath)
                .atMost(TIMEOUT)
                .ignoreExceptionsInstanceOf(NoSuchElementException.class)
                .ignoreExceptionsInstanceOf(StaleElementReferenceException.class)
                .until(
                        () -> driver.findElements(By.xpath(xpath)).stream()
                                .filter(WebElement::isDisplayed)
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    private Object script(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }
}
