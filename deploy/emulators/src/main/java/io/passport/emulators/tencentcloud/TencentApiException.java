package io.passport.emulators.tencentcloud;

import io.passport.emulators.http.Response;

/** A request that Tencent Cloud refuses, by one of its codes (cloud.tencent.com/document/api/382/52075). */
public final class TencentApiException extends Exception {

    private final String code;
    private final String message;

    /** Refuses with this code and message. */
    public TencentApiException(String code, String message) {
        super(code, null, false, false);
        this.code = code;
        this.message = message;
    }

    static void unless(boolean holds, String code, String message) throws TencentApiException {
        if (!holds) {
            throw new TencentApiException(code, message);
        }
    }

    /** The refusal as it is answered: its HTTP status is 200. */
    public Response response() {
        return TencentResponse.of(TencentResponse.error(code, message));
    }
}
