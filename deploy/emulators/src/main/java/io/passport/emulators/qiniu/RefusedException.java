package io.passport.emulators.qiniu;

import io.passport.emulators.http.Response;
import java.util.Map;

/** A request that Qiniu refuses, by a status and a text of its own. */
final class RefusedException extends Exception {

    private final int status;
    private final String error;

    RefusedException(int status, String error) {
        super(error, null, false, false);
        this.status = status;
        this.error = error;
    }

    static RefusedException badToken() {
        return new RefusedException(401, "bad token");
    }

    static RefusedException noSuchBucket() {
        return new RefusedException(631, "no such bucket");
    }

    static RefusedException noSuchFile() {
        return new RefusedException(612, "no such file or directory");
    }

    Response response() {
        return Response.json(status, Map.of("error", error));
    }
}
