package io.passport.gateway.edge;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A copy of an exception for the log: type, stack trace and causes, without messages. Messages, and the checkpoints that
 * Reactor adds as suppressed exceptions, can quote the request with its query.
 */
final class RedactedException extends Exception {

    private RedactedException(Throwable original, @Nullable RedactedException cause) {
        super(original.getClass().getName(), cause, false, true);
        setStackTrace(stackTraceOf(original));
    }

    static RedactedException of(Throwable original) {
        Throwable cause = original.getCause();
        return new RedactedException(original, cause == null ? null : of(cause));
    }

    /** A checkpoint moves the stack trace to a suppressed exception and leaves only the first line. */
    private static StackTraceElement[] stackTraceOf(Throwable original) {
        StackTraceElement[] trace = original.getStackTrace();
        return Arrays.stream(original.getSuppressed())
                .map(Throwable::getStackTrace)
                .filter(moved -> trace.length == 1 && moved.length > 1 && moved[0].equals(trace[0]))
                .findFirst()
                .orElse(trace);
    }
}
