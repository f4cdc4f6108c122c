package io.passport.acceptance.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Stops the stack when these tests end, by kill -9 too: a shell waits for the end of a pipe that only this JVM holds, then
 * runs {@code down}.
 */
final class LastWill implements AutoCloseable {

    private static final List<String> WHEN_THE_PIPE_ENDS =
            List.of("/bin/sh", "-c", "trap '' HUP INT TERM; read -r _; exec \"$@\"", "last-will");

    private final Process shell;

    private LastWill(Process shell) {
        this.shell = shell;
    }

    static LastWill of(Launcher launcher) {
        try {
            return new LastWill(
                    launcher.process(WHEN_THE_PIPE_ENDS, List.of("down")).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has it done now, and waits for it. */
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
