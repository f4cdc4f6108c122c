package io.passport.gateway.edge;

import org.jspecify.annotations.Nullable;

/**
 * Where a fault happened and of what kind it and its causes are, to be logged in its place. What it says is left out, and
 * so is what Reactor adds to it: both may quote the request, with its query.
 */
final class Whereabouts extends Exception {

    private Whereabouts(Throwable fault, @Nullable Whereabouts cause) {
        super(fault.getClass().getName(), cause, false, true);
        setStackTrace(fault.getStackTrace());
    }

    static Whereabouts of(Throwable fault) {
        Throwable cause = fault.getCause();
        return new Whereabouts(fault, cause == null ? null : of(cause));
    }
}
