package io.passport.emulators.sms.yuntongxun;

import org.jspecify.annotations.Nullable;

/** A request that Yuntongxun rejects. */
final class YuntongxunApiException extends Exception {

    private final YuntongxunError error;

    YuntongxunApiException(YuntongxunError error) {
        super(error.name(), null, false, false);
        this.error = error;
    }

    YuntongxunError error() {
        return error;
    }

    /** Returns the value. Fails if it is null or blank. */
    static String required(@Nullable String value, YuntongxunError error) throws YuntongxunApiException {
        if (value == null || value.isBlank()) {
            throw new YuntongxunApiException(error);
        }
        return value;
    }

    static void unless(boolean condition, YuntongxunError error) throws YuntongxunApiException {
        if (!condition) {
            throw new YuntongxunApiException(error);
        }
    }
}
