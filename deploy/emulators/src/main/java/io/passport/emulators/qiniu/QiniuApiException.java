package io.passport.emulators.qiniu;

import io.passport.emulators.http.Response;
import java.util.Map;

/** A request that Qiniu rejects, with Qiniu's status and text. */
final class QiniuApiException extends Exception {

    private final int status;
    private final String error;

    QiniuApiException(int status, String error) {
        super(error, null, false, false);
        this.status = status;
        this.error = error;
    }

    static QiniuApiException badToken() {
        return new QiniuApiException(401, "bad token");
    }

    static QiniuApiException noSuchBucket() {
        return new QiniuApiException(631, "no such bucket");
    }

    static QiniuApiException noSuchFile() {
        return new QiniuApiException(612, "no such file or directory");
    }

    Response response() {
        return Response.json(status, Map.of("error", error));
    }
}
