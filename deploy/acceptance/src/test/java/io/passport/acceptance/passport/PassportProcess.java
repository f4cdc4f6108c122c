package io.passport.acceptance.passport;

import io.passport.testing.server.Signals;
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
        Signals.send(signal, process().orElseThrow().pid());
    }
}
