package io.passport.acceptance.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The process of one part, which tests freeze and kill.
 *
 * @param name {@code redis}, {@code user-service-2}, {@code launcher}, …
 * @param pidFile {@code run/<name>.pid}
 */
public record Part(String name, Path pidFile) {

    /** Its process, while there is one. */
    public Optional<ProcessHandle> process() {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()));
        } catch (NoSuchFileException ended) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it from running on, until {@link #thaw}. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets it run on. */
    public void thaw() {
        signal("CONT");
    }

    /** Tells it to end. */
    public void terminate() {
        signal("TERM");
    }

    /** Ends it without a word. */
    public void kill() {
        signal("KILL");
    }

    private void signal(String signal) {
        String pid = String.valueOf(process().orElseThrow().pid());
        try {
            int status = new ProcessBuilder("kill", "-" + signal, pid)
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
}
