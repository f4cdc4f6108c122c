package io.passport.emulators.tencentcloud;

import io.passport.emulators.http.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** {@code {"Response":{…,"RequestId":"…"}}}, the format of all responses. */
public final class TencentResponse {

    private TencentResponse() {}

    /** A success with these fields. */
    public static Response of(Map<String, ?> fields) {
        return of(200, fields);
    }

    /** An internal error with this HTTP status. */
    public static Response failure(int status) {
        return of(status, error("InternalError", "An internal error has occurred. Retry your request."));
    }

    static Map<String, ?> error(String code, String message) {
        var error = new LinkedHashMap<String, String>();
        error.put("Code", code);
        error.put("Message", message);
        return Map.of("Error", error);
    }

    private static Response of(int status, Map<String, ?> fields) {
        var content = new LinkedHashMap<String, Object>(fields);
        content.put("RequestId", UUID.randomUUID().toString());
        return Response.json(status, Map.of("Response", content));
    }
}
