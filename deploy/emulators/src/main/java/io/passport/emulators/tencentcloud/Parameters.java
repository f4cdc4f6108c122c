package io.passport.emulators.tencentcloud;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** The body of a call, as every action of theirs reads it. */
public final class Parameters {

    private Parameters() {}

    /**
     * Reads a body.
     *
     * @throws RefusedException when it is no object, or has a parameter of another name or type
     */
    public static <T> T read(byte[] json, Class<T> type) throws RefusedException {
        try {
            T parameters = JsonMapper.shared()
                    .readerFor(type)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(json);
            if (parameters != null) {
                return parameters;
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
}
