package io.passport.acceptance.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The process of one part, which tests freeze and kill.
 *
 * @param name {@code redis}, {@code user-service-2}, {@code launcher}, …
 * @param pidFile {@code run/<name>.pid}
 */
public record Part(String name, Path pidFile) {

    /** Its PID, or the last it had. */
    public long pid() {
        try {
            return Long.parseLong(Files.readString(pidFile).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return ProcessHandle.of(pid()).isPresent();
    }

    /** Stops it from running on, until what is returned is closed. */
    public Frozen freeze() {
        Frozen frozen = new Frozen(pid());
        signal("STOP", frozen.pid());
        return frozen;
    }

    /** Tells it to end. */
    public void terminate() {
        signal("TERM", pid());
    }

    /** Ends it without a word. */
    public void kill() {
        signal("KILL", pid());
    }

    private static void signal(String signal, long pid) {
        try {
            int status = new ProcessBuilder("kill", "-" + signal, String.valueOf(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill -" + signal + " " + pid + ": status " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A process that stands still until this is closed. */
    public record Frozen(long pid) implements AutoCloseable {

        /** Lets it go on. */
        @Override
        public void close() {
            signal("CONT", pid);
        }
    }
}
