package io.passport.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The commands of {@code deploy/up} and {@code deploy/down}, without the build.
 *
 * @param jar of deploy/local
 * @param output where what they say is appended
 * @param environment home, ports and settings, as variables
 */
record Launcher(Path jar, Path output, Map<String, String> environment) {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(240));

    /** Runs a shell when the pipe ends that only this JVM holds; the arguments that follow are what it runs then. */
    private static final List<String> WHEN_THE_PIPE_ENDS =
            List.of("/bin/sh", "-c", "trap '' HUP INT TERM; read -r _; exec \"$@\"", "last-will");

    /**
     * Runs a command.
     *
     * @throws IllegalStateException when it fails, or has not ended after 240 s; it is killed then
     */
    void run(String... arguments) {
        await(start(List.of(), arguments));
    }

    /** Runs a command when {@link #fulfil} says so, or this JVM has ended, be it by kill -9. */
    Process lastWill(String... arguments) {
        return start(WHEN_THE_PIPE_ENDS, arguments);
    }

    /** Has a last will done now, and waits for it as for any command. */
    void fulfil(Process lastWill) {
        try {
            lastWill.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await(lastWill);
    }

    private void await(Process process) {
        int status = PATIENCE.statusOf(process);
        if (status != 0) {
            throw new IllegalStateException("The launcher ended with " + status + ", see " + output);
        }
    }

    private Process start(List<String> prefix, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()));
        command.addAll(List.of(arguments));
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
}
