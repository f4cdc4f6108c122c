package io.passport.acceptance.malformed;

import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.Body;
import io.passport.acceptance.visitor.Visitor;

/** An operation that takes JSON. */
enum Operation {
    REGISTER("POST", "users"),
    LOG_IN("POST", "sessions"),
    RENAME("PUT", "user/name"),
    VERIFY("POST", "user/auth");

    private final String method;
    private final String path;

    Operation(String method, String path) {
        this.method = method;
        this.path = path;
    }

    Answer by(Visitor visitor, Body body) {
        return visitor.send(method, path, body);
    }
}
