package io.passport.verify.smscode;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.passport.common.api.ApiException;
import java.util.Locale;

/** What a code is sent for. It is not valid for anything else. */
enum Purpose {
    REGISTER,
    LOGIN,
    RESET,
    MOBILE;

    /**
     * The purpose of this name.
     *
     * @throws ApiException {@code 4103} when the name is unknown
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Purpose of(String name) {
        for (Purpose purpose : values()) {
            if (purpose.wireName().equals(name)) {
                return purpose;
            }
        }
        throw ApiException.badParameter("用途错误");
    }

    /** The name in requests and keys: {@code register}, {@code login}, {@code reset} or {@code mobile}. */
    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
