package io.passport.emulators.idcheck;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.passport.emulators.tencentcloud.RequestParameters;
import io.passport.emulators.tencentcloud.TencentApiException;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request.
 *
 * @param idCard the id card's number
 * @param name the name
 */
record IdCheckRequest(
        @JsonProperty("IdCard") @Nullable String idCard,
        @JsonProperty("Name") @Nullable String name) {

    static IdCheckRequest parse(byte[] json) throws TencentApiException {
        return RequestParameters.read(json, IdCheckRequest.class);
    }

    IdCheckResult check() throws TencentApiException {
        return IdCheckResult.of(required("Name", name), required("IdCard", idCard));
    }

    @Override
    public String toString() {
        return "IdCheckRequest[]";
    }

    private static String required(String parameter, @Nullable String value) throws TencentApiException {
        if (value == null) {
            throw new TencentApiException("MissingParameter", "The parameter " + parameter + " is missing.");
        }
        return value;
    }
}
