package io.passport.emulators.yuntongxun;

import org.jspecify.annotations.Nullable;

/** A request that Yuntongxun refuses. */
final class YuntongxunApiException extends Exception {

    private final YuntongxunError refusal;

    YuntongxunApiException(YuntongxunError refusal) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
    }

    YuntongxunError refusal() {
        return refusal;
    }

    /** The value, which must be there and not blank. */
    static String required(@Nullable String value, YuntongxunError refusal) throws YuntongxunApiException {
        if (value == null || value.isBlank()) {
            throw new YuntongxunApiException(refusal);
        }
        return value;
    }

    static void unless(boolean holds, YuntongxunError refusal) throws YuntongxunApiException {
        if (!holds) {
            throw new YuntongxunApiException(refusal);
        }
    }
}
