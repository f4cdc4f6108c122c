package io.passport.gateway.edge;

import org.jspecify.annotations.Nullable;

/**
 * Where a fault happened and of what kind it and its causes are, to be logged in its place. What it says is left out, and
 * so is what Reactor adds to it: both may quote the request, with its query.
 */
final class RedactedException extends Exception {

    private RedactedException(Throwable fault, @Nullable RedactedException cause) {
        super(fault.getClass().getName(), cause, false, true);
        setStackTrace(fault.getStackTrace());
    }

    static RedactedException of(Throwable fault) {
        Throwable cause = fault.getCause();
        return new RedactedException(fault, cause == null ? null : of(cause));
    }
}
