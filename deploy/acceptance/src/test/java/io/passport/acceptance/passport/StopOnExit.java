package io.passport.acceptance.passport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Stops Passport when the tests' JVM ends, also by kill -9: a shell waits for the end of a pipe that only this JVM has open,
 * then runs {@code down}.
 */
final class StopOnExit implements AutoCloseable {

    private static final List<String> WHEN_PIPE_ENDS =
            List.of("/bin/sh", "-c", "trap '' HUP INT TERM; read -r _; exec \"$@\"", "stop-on-exit");

    private final Process shell;

    private StopOnExit(Process shell) {
        this.shell = shell;
    }

    static StopOnExit of(PassportLauncher launcher) {
        try {
            return new StopOnExit(
                    launcher.process(WHEN_PIPE_ENDS, List.of("down")).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops Passport now, and waits for the end. */
    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        shell.onExit().join();
    }
}
