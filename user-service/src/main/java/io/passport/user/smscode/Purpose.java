package io.passport.user.smscode;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The operation that a code was sent for. It is not valid for another one. */
public enum Purpose {
    /** {@code POST /users}. */
    REGISTER,
    /** {@code POST /sessions}. */
    LOGIN,
    /** {@code POST /passwords}. */
    RESET,
    /** {@code PUT /user/mobile}; sent to the new number. */
    MOBILE;

    /** {@code register}, {@code login}, {@code reset}, {@code mobile}: as verify-service reads it. */
    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
