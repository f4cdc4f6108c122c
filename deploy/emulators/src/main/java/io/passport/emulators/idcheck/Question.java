package io.passport.emulators.idcheck;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.passport.emulators.tencentcloud.Parameters;
import io.passport.emulators.tencentcloud.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * The body of a call.
 *
 * @param idCard the id card's number
 * @param name the name
 */
record Question(
        @JsonProperty("IdCard") @Nullable String idCard,
        @JsonProperty("Name") @Nullable String name) {

    static Question parse(byte[] json) throws RefusedException {
        return Parameters.read(json, Question.class);
    }

    Verdict verdict() throws RefusedException {
        return Verdict.on(required("Name", name), required("IdCard", idCard));
    }

    @Override
    public String toString() {
        return "Question[]";
    }

    private static String required(String parameter, @Nullable String value) throws RefusedException {
        if (value == null) {
            throw new RefusedException("MissingParameter", "The parameter " + parameter + " is missing.");
        }
        return value;
    }
}
