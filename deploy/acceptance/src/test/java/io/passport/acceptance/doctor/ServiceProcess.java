package io.passport.acceptance.doctor;

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
 * A service's own jar, started without any profile.
 *
 * @param jar as Maven built it
 */
record ServiceProcess(Path jar) {

    private static final int PATIENCE_SECONDS = 120;

    /** Of the first bean factory. What the doctor has to say is logged before, once there is a log. */
    private static final String PAST_THE_DOCTOR = "BeanFactory id=";

    static ServiceProcess of(String service) {
        return new ServiceProcess(Path.of("..", "..", service, "target", service + "-1.0.0.jar"));
    }

    /** All that it says until it ends with an error, as it must. */
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

    /** All that it says until it is seen that the doctor lets it go on, as he must; it is ended then. */
    List<String> linesPastTheDoctor(Map<String, String> settings) throws IOException {
        Process process = start(settings);
        watched(process);
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = new ArrayList<>();
            assertThat(output.lines().peek(lines::add).anyMatch(line -> line.contains(PAST_THE_DOCTOR)))
                    .as("whether it went on; it said %s", lines)
                    .isTrue();
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    /**
     * Ends it when it does not end by itself: reading its output would never end, either. Through its handle, since
     * {@link Process#destroyForcibly} closes the output under the reader.
     */
    private static CompletableFuture<Boolean> watched(Process process) {
        return process.onExit()
                .thenApply(ended -> true)
                .completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .whenComplete((byItself, failure) -> {
                    if (!byItself) {
                        process.toHandle().destroyForcibly();
                    }
                });
    }

    private Process start(Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
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
