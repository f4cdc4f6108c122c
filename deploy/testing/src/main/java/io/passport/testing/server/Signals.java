package io.passport.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends POSIX signals to processes. */
public final class Signals {
    private Signals() {}

    /**
     * Sends a signal and waits until it is sent.
     *
     * @param signal without SIG: {@code STOP}, {@code CONT}, {@code TERM}, {@code KILL}
     * @throws IllegalStateException if there is no such process or it belongs to another user
     */
    public static void send(String signal, long pid) {
        try {
            int status = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill -" + signal + " " + pid + " ended with status " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
