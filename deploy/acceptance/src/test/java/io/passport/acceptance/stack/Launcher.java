package io.passport.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code deploy/up} and {@code deploy/down} without their first step, the build: that was Maven's, which is still running.
 *
 * @param home the stack's home, under {@code target}
 */
record Launcher(Path home, Ports ports) {

    private static final Map<String, String> SETTINGS = Map.of(
            // more members register than a budget would let, in a minute even on a fast machine, and from one network
            "PASSPORT_SMSLIMIT_BUDGET", "1000000/24h",
            "PASSPORT_SMSLIMIT_PERPURPOSE", "1000000/24h",
            "PASSPORT_SMSLIMIT_PERNETWORK", "1000000/24h",
            // and they leave many a code unused
            "PASSPORT_SMSLIMIT_TIGHTENING_LEASTSENT", "1000000",
            // of forty who sign in at once, too few would have their turn in time on a slow machine
            "PASSPORT_PASSWORDHASHING_MAXCONCURRENT", "2");

    private static final Path JAR =
            Path.of("..", "local", "target", "local-1.0.0.jar").toAbsolutePath().normalize();
    private static final int PATIENCE_SECONDS = 240;

    /** Starts the stack in the background, and returns when it is ready. */
    void up(String... options) {
        List<String> arguments = new ArrayList<>(List.of("up", "-d"));
        arguments.addAll(List.of(options));
        run(arguments);
    }

    /** Stops the stack, if it runs. */
    void down() {
        run(List.of("down"));
    }

    /** The command that does so, for somebody else to run. */
    ProcessBuilder process(List<String> prefix, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(output().toFile()));
        builder.environment().put("PASSPORT_HOME", home.toString());
        builder.environment().putAll(SETTINGS);
        builder.environment().putAll(ports.asEnvironment());
        return builder;
    }

    private void run(List<String> arguments) {
        try {
            Process launcher = process(List.of(), arguments).start();
            boolean ended = launcher.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(ended).as("%s ends; see %s", arguments, output()).isTrue();
            assertThat(launcher.exitValue())
                    .as("status of %s; see %s", arguments, output())
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path output() {
        return home.resolveSibling("launcher-output.txt");
    }
}
