package io.passport.verify.smscode;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.passport.common.api.ApiException;
import java.util.regex.Pattern;

/**
 * Identifies one consumption of a code. user-service chooses it, so that it can release a code even if it got no answer.
 *
 * @param value a random UUID (RFC 9562, version 4), in lower case
 */
record ConsumptionId(@JsonValue String value) {

    private static final Pattern RANDOM_UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    /**
     * @throws ApiException {@code 4103} when it is not a random UUID
     */
    ConsumptionId {
        if (!RANDOM_UUID.matcher(value).matches()) {
            throw ApiException.badParameter("consumptionId");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ConsumptionId of(String value) {
        return new ConsumptionId(value);
    }

    @Override
    public String toString() {
        return "ConsumptionId[]";
    }
}
