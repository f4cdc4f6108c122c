package io.passport.emulators.aliyun;

import io.passport.emulators.http.Response;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A request that Aliyun refuses. */
final class RefusedException extends Exception {

    private final Refusal refusal;
    private final String about;

    RefusedException(Refusal refusal, String about) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
        this.about = about;
    }

    static void unless(boolean holds, Refusal refusal) throws RefusedException {
        unless(holds, refusal, "");
    }

    static void unless(boolean holds, Refusal refusal, String about) throws RefusedException {
        if (!holds) {
            throw new RefusedException(refusal, about);
        }
    }

    static <T> T required(Optional<T> value, Refusal refusal) throws RefusedException {
        return value.orElseThrow(() -> new RefusedException(refusal, ""));
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
