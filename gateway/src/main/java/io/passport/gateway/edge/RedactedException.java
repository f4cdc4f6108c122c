package io.passport.gateway.edge;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A copy of an exception for the log: type, stack trace and causes; its message is the original's class name. {@link
 * EnvelopeErrorHandler} and {@link BodyLimit} log it instead of the original when a request failed. Original messages,
 * and the checkpoints that Reactor adds as suppressed exceptions, can quote the request with its query. The query is secret
 * because it can contain the id and text of an image code.
 */
final class RedactedException extends Exception {

    private RedactedException(Throwable original, @Nullable RedactedException cause) {
        super(original.getClass().getName(), cause, false, true);
        setStackTrace(stackTraceOf(original));
    }

    /** Copies an exception and its causes. */
    static RedactedException of(Throwable original) {
        Throwable cause = original.getCause();
        return new RedactedException(original, cause == null ? null : of(cause));
    }

    /**
     * Reactor's checkpoint leaves one frame in the exception and puts the full stack trace in a suppressed exception; this
     * takes the full one.
     */
    private static StackTraceElement[] stackTraceOf(Throwable original) {
        StackTraceElement[] trace = original.getStackTrace();
        return Arrays.stream(original.getSuppressed())
                .map(Throwable::getStackTrace)
                .filter(moved -> trace.length == 1 && moved.length > 1 && moved[0].equals(trace[0]))
                .findFirst()
                .orElse(trace);
    }
}
