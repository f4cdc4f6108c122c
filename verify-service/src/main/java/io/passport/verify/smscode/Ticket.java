package io.passport.verify.smscode;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.passport.common.api.ApiException;
import java.util.regex.Pattern;

/**
 * Proves that its holder is the one who took a code. The caller draws it, so that it can give back what it never heard
 * an answer about.
 *
 * @param value a random UUID (RFC 9562, version 4), in lower case
 */
record Ticket(@JsonValue String value) {

    private static final Pattern RANDOM_UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    /**
     * @throws ApiException {@code 4103} when it is no random UUID
     */
    Ticket {
        if (!RANDOM_UUID.matcher(value).matches()) {
            throw ApiException.badParameter("ticket");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Ticket of(String value) {
        return new Ticket(value);
    }

    @Override
    public String toString() {
        return "Ticket[]";
    }
}
