package io.passport.acceptance.passport;

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
 * Runs {@code deploy/up} and {@code deploy/down} without building Passport: Maven has built it before these tests.
 *
 * @param home of the launched Passport, under {@code target}
 */
record PassportLauncher(Path home, PassportPorts ports) {

    private static final Map<String, String> SETTINGS = Map.of(
            // the tests register more users than the limits allow
            "PASSPORT_SMSLIMIT_BUDGET", "1000000/24h",
            "PASSPORT_SMSLIMIT_PERPURPOSE", "1000000/24h",
            "PASSPORT_SMSLIMIT_PERNETWORK", "1000000/24h",
            // and leave many codes unused
            "PASSPORT_SMSLIMIT_TIGHTENING_MINSENT", "1000000",
            // of forty sign-ins at once, a slow machine would otherwise refuse too many
            "PASSPORT_PASSWORDHASHING_MAXCONCURRENT", "2",
            // less waiting: after each wrong password, and until a circuit breaker tries again
            "PASSPORT_SIGNIN_FAILURES_REJECTDELAY", "50ms",
            "RESILIENCE4J_CIRCUITBREAKER_CONFIGS_DEFAULT_WAITDURATIONINOPENSTATE", "2s");

    private static final Path JAR =
            Path.of("..", "local", "target", "local-1.0.0.jar").toAbsolutePath().normalize();
    private static final int TIMEOUT_SECONDS = 240;

    /** Starts Passport in the background, and returns when it is ready. */
    void up(String... options) {
        List<String> arguments = new ArrayList<>(List.of("up", "-d"));
        arguments.addAll(List.of(options));
        run(arguments);
    }

    /** Stops Passport if it runs. */
    void down() {
        run(List.of("down"));
    }

    /** A command of the launcher, not yet started. */
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
            boolean ended = launcher.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
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
