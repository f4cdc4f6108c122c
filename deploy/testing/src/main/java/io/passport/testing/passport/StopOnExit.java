package io.passport.testing.passport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Stops Passport when this JVM ends, also by kill -9: a shell waits for the end of a pipe that only this JVM has open, then runs
 * {@code down}.
 */
public final class StopOnExit implements AutoCloseable {
    private static final List<String> WHEN_PIPE_ENDS =
            List.of("/bin/sh", "-c", "trap '' HUP INT TERM; read -r _; exec \"$@\"", "stop-on-exit");

    private final PassportLauncher launcher;
    private final Process shell;

    private StopOnExit(PassportLauncher launcher, Process shell) {
        this.launcher = launcher;
        this.shell = shell;
    }

    /** Starts the shell. */
    public static StopOnExit of(PassportLauncher launcher) {
        return new StopOnExit(launcher, launcher.start(WHEN_PIPE_ENDS, List.of("down")));
    }

    /** The PID of the shell. */
    long pid() {
        return shell.pid();
    }

    /**
     * Stops Passport now, and waits for its end.
     *
     * @throws IllegalStateException if that fails or takes longer than the launcher's timeout
     */
    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        launcher.await(shell);
    }
}
