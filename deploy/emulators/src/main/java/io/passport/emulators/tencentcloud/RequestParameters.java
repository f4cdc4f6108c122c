package io.passport.emulators.tencentcloud;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the body of a request, for all actions. */
public final class RequestParameters {

    private RequestParameters() {}

    /**
     * Reads a body.
     *
     * @throws TencentApiException when it is not a JSON object, or a parameter has an unknown name or a wrong type
     */
    public static <T> T read(byte[] json, Class<T> type) throws TencentApiException {
        try {
            T parameters = JsonMapper.shared()
                    .readerFor(type)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(json);
            if (parameters != null) {
                return parameters;
            }
        } catch (UnrecognizedPropertyException e) {
            throw new TencentApiException("UnknownParameter", "Unknown parameter: " + e.getPropertyName());
        } catch (JacksonException e) {
            throw notParameters();
        }
        throw notParameters();
    }

    private static TencentApiException notParameters() {
        return new TencentApiException("InvalidParameter", "The body is not a JSON object of the right types.");
    }
}
