package io.passport.verify.smscode;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.passport.common.api.ApiException;
import java.util.Locale;

/** What a code is good for; it serves for nothing else. */
enum Purpose {
    REGISTER,
    LOGIN,
    RESET,
    MOBILE;

    /**
     * By its name on the wire, in lower case.
     *
     * @throws ApiException {@code 4103} when there is none of that name
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Purpose named(String name) {
        for (Purpose purpose : values()) {
            if (purpose.wireName().equals(name)) {
                return purpose;
            }
        }
        throw ApiException.badParameter("用途错误");
    }

    /** {@code register}, {@code login}, {@code reset}, {@code mobile}. */
    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
