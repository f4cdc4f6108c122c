package io.passport.emulators.idcheck;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.passport.emulators.tencentcloud.RefusedException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

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
        try {
            Question question = JsonMapper.shared()
                    .readerFor(Question.class)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(json);
            if (question != null) {
                return question;
            }
        } catch (UnrecognizedPropertyException e) {
            throw new RefusedException("UnknownParameter", "Unknown parameter: " + e.getPropertyName());
        } catch (JacksonException e) {
            throw notParameters();
        }
        throw notParameters();
    }

    private static RefusedException notParameters() {
        return new RefusedException("InvalidParameter", "The body is not a JSON object of the right types.");
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
