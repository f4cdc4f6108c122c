package io.passport.acceptance.malformed;

import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.RequestBody;
import io.passport.acceptance.visitor.Visitor;

/** An operation that takes JSON. */
enum Operation {
    SEND_CODE("POST", "smscode/13800000000"),
    REGISTER("POST", "users"),
    LOG_IN("POST", "sessions"),
    LOG_IN_BY_SMS("POST", "sessions"),
    CHANGE_PASSWORD("PUT", "user/password"),
    RESET_PASSWORD("POST", "passwords"),
    CHANGE_MOBILE("PUT", "user/mobile"),
    RENAME("PUT", "user/name"),
    VERIFY("POST", "user/auth");

    private final String method;
    private final String path;

    Operation(String method, String path) {
        this.method = method;
        this.path = path;
    }

    ApiResponse by(Visitor visitor, RequestBody body) {
        return visitor.send(method, path, body);
    }
}
