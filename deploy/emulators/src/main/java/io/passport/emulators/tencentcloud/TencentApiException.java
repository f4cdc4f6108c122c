package io.passport.emulators.tencentcloud;

import io.passport.emulators.http.Response;

/** A request that Tencent Cloud rejects, with one of its error codes (cloud.tencent.com/document/api/382/52075). */
public final class TencentApiException extends Exception {

    private final String code;
    private final String message;

    /** With this error code and message. */
    public TencentApiException(String code, String message) {
        super(code, null, false, false);
        this.code = code;
        this.message = message;
    }

    static void unless(boolean condition, String code, String message) throws TencentApiException {
        if (!condition) {
            throw new TencentApiException(code, message);
        }
    }

    /** The vendor's response: errors have HTTP status 200. */
    public Response response() {
        return TencentResponse.of(TencentResponse.error(code, message));
    }
}
