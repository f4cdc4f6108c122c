package io.passport.user.smscode;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a code was sent for; it serves for nothing else. */
public enum Purpose {
    /** Operation 3. */
    REGISTER,
    /** Operation 13. */
    LOGIN,
    /** Operation 15. */
    RESET,
    /** Operation 16, sent to the new number. */
    MOBILE;

    /** {@code register}, {@code login}, {@code reset}, {@code mobile}: as verify-service reads it. */
    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
