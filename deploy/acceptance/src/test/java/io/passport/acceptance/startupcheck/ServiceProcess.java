package io.passport.acceptance.startupcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A service's jar, started without a profile.
 *
 * @param jar built by Maven
 */
record ServiceProcess(Path jar) {

    private static final int TIMEOUT_SECONDS = 120;

    /** A line of the log after the start-up checks. */
    private static final String AFTER_STARTUP_CHECKS = "BeanFactory id=";

    static ServiceProcess of(String service) {
        return new ServiceProcess(Path.of("..", "..", service, "target", service + ".jar"));
    }

    /** Returns all lines of its output. The service must end with an error. */
    List<String> linesOf(Map<String, String> settings) throws IOException {
        Process process = start(settings);
        CompletableFuture<Boolean> endedByItself = watched(process);
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = output.lines().toList();
            assertThat(endedByItself.join())
                    .as("whether it ended by itself; it said %s", lines)
                    .isTrue();
            assertThat(process.exitValue()).as("status; it said %s", lines).isNotZero();
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Returns its output up to the end of the start-up checks, which it must pass; then ends it. */
    List<String> linesPastStartupChecks(Map<String, String> settings) throws IOException {
        Process process = start(settings);
        watched(process);
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = new ArrayList<>();
            assertThat(output.lines().peek(lines::add).anyMatch(line -> line.contains(AFTER_STARTUP_CHECKS)))
                    .as("whether it went on; it said %s", lines)
                    .isTrue();
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    /**
     * Ends the service if it does not end itself, since reading its output would not end either. This uses the handle:
     * {@link Process#destroyForcibly} closes the output while it is read.
     */
    private static CompletableFuture<Boolean> watched(Process process) {
        return process.onExit()
                .thenApply(ended -> true)
                .completeOnTimeout(false, TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .whenComplete((byItself, failure) -> {
                    if (!byItself) {
                        process.toHandle().destroyForcibly();
                    }
                });
    }

    private Process start(Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        // the tests that run at the same time have times to meet
                        "nice",
                        "-n10",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-jar",
                        jar.toString())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PASSPORT_") || name.startsWith("SPRING_"));
        builder.environment().putAll(settings);
        return builder.start();
    }
}
