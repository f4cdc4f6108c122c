package io.passport.emulators.yuntongxun;

import org.jspecify.annotations.Nullable;

/** A request that Yuntongxun refuses. */
final class RefusedException extends Exception {

    private final Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }

    /** The value, which must be there and not blank. */
    static String required(@Nullable String value, Refusal refusal) throws RefusedException {
        if (value == null || value.isBlank()) {
            throw new RefusedException(refusal);
        }
        return value;
    }

    static void unless(boolean holds, Refusal refusal) throws RefusedException {
        if (!holds) {
            throw new RefusedException(refusal);
        }
    }
}
