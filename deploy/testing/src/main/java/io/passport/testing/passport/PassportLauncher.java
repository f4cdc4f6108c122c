package io.passport.testing.passport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code deploy/up} and {@code deploy/down} without building Passport; Maven must have packaged it.
 *
 * @param jar the jar of deploy/local
 * @param output the output of all commands is appended to this file
 * @param environment home, ports and settings of the services, as environment variables
 * @param timeout a command that runs longer is killed
 */
public record PassportLauncher(Path jar, Path output, Map<String, String> environment, Duration timeout) {
    private static final Duration TIMEOUT = Duration.ofSeconds(240);

    public PassportLauncher {
        environment = Map.copyOf(environment);
    }

    /**
     * A launcher for a home and ports of its own. Commands that run longer than 240 s fail.
     *
     * @param root the root of the checkout
     * @param home its parent folder gets the file {@code launcher-output.txt}
     * @param settings of the services, as environment variables
     */
    public static PassportLauncher of(Path root, Path home, PassportPorts ports, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.putAll(ports.asEnvironment());
        environment.put("PASSPORT_HOME", home.toAbsolutePath().toString());
        // nothing may take the processor from the tests
        environment.put("PASSPORT_AOT_TRAINING", "off");
        environment.putIfAbsent("PASSPORT_WARMUP_DURATION", "0s");
        Path jar =
                root.resolve("deploy/local/target/local.jar").toAbsolutePath().normalize();
        return new PassportLauncher(jar, home.resolveSibling("launcher-output.txt"), environment, TIMEOUT);
    }

    /**
     * Starts Passport in the background, and returns when it is ready.
     *
     * @throws IllegalStateException if that fails or takes longer than the timeout
     */
    public void up(String... options) {
        List<String> arguments = new ArrayList<>(List.of("up", "-d"));
        arguments.addAll(List.of(options));
        await(start(List.of(), arguments));
    }

    /**
     * Stops Passport if it runs.
     *
     * @throws IllegalStateException if that fails or takes longer than the timeout
     */
    public void down() {
        await(start(List.of(), List.of("down")));
    }

    /**
     * Starts a command.
     *
     * @param prefix words before the command, for example a shell that starts it later
     */
    Process start(List<String> prefix, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits for the end of a process that {@link #start} started.
     *
     * @throws IllegalStateException if its exit status is not 0, or it was killed after the timeout, or this thread is interrupted
     */
    void await(Process process) {
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                String command = process.info().commandLine().orElse("A command");
                process.destroyForcibly();
                throw new IllegalStateException(
                        "%s has not ended after %d s, see %s".formatted(command, timeout.toSeconds(), output));
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(
                        "The launcher ended with status %d, see %s".formatted(process.exitValue(), output));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
