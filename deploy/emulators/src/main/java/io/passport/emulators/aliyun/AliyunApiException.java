package io.passport.emulators.aliyun;

import io.passport.emulators.http.Response;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A request that Aliyun refuses. */
final class AliyunApiException extends Exception {

    private final AliyunError refusal;
    private final String about;

    AliyunApiException(AliyunError refusal, String about) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
        this.about = about;
    }

    static void unless(boolean holds, AliyunError refusal) throws AliyunApiException {
        unless(holds, refusal, "");
    }

    static void unless(boolean holds, AliyunError refusal, String about) throws AliyunApiException {
        if (!holds) {
            throw new AliyunApiException(refusal, about);
        }
    }

    static <T> T required(Optional<T> value, AliyunError refusal) throws AliyunApiException {
        return value.orElseThrow(() -> new AliyunApiException(refusal, ""));
    }

    /** As the vendor answers it: what is wrong with the message comes with status 200, all else does not. */
    Response response() {
        return response(refusal.status());
    }

    Response response(int status) {
        return Response.json(
                status,
                Map.of(
                        "Code", refusal.code(about),
                        "Message", refusal.message(about),
                        "RequestId", UUID.randomUUID().toString()));
    }
}
