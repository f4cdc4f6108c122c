package io.passport.acceptance.passport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The process of one part of Passport, which tests freeze and kill.
 *
 * @param name {@code redis}, {@code user-service-2}, {@code launcher}, …
 * @param pidFile {@code run/<name>.pid}
 */
public record PassportProcess(String name, Path pidFile) {

    /** The running process, or empty. */
    public Optional<ProcessHandle> process() {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()));
        } catch (NoSuchFileException ended) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Suspends it until {@link #thaw}. */
    public void freeze() {
        signal("STOP");
    }

    /** Resumes it. */
    public void thaw() {
        signal("CONT");
    }

    /** Sends SIGTERM. */
    public void terminate() {
        signal("TERM");
    }

    /** Sends SIGKILL. */
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
