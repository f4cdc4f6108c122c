package io.passport.emulators.sms.aliyun;

import io.passport.emulators.http.Response;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A request that Aliyun rejects. */
final class AliyunApiException extends Exception {

    private final AliyunError error;
    private final String detail;

    AliyunApiException(AliyunError error, String detail) {
        super(error.name(), null, false, false);
        this.error = error;
        this.detail = detail;
    }

    static void unless(boolean condition, AliyunError error) throws AliyunApiException {
        unless(condition, error, "");
    }

    static void unless(boolean condition, AliyunError error, String detail) throws AliyunApiException {
        if (!condition) {
            throw new AliyunApiException(error, detail);
        }
    }

    static <T> T required(Optional<T> value, AliyunError error) throws AliyunApiException {
        return value.orElseThrow(() -> new AliyunApiException(error, ""));
    }

    /** The vendor's response. Errors in the message have HTTP status 200, other errors do not. */
    Response response() {
        return response(error.status());
    }

    Response response(int status) {
        return Response.json(
                status,
                Map.of(
                        "Code", error.code(detail),
                        "Message", error.message(detail),
                        "RequestId", UUID.randomUUID().toString()));
    }
}
