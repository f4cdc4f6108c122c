package io.passport.acceptance.trust;

import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.RawHttp;

/**
 * One header at one route.
 *
 * @param token of a session that the client really has, or empty
 * @param number by which the gateway's log names it
 */
record Attempt(Spoof spoof, Target target, String token, int number) {

    /** The request's id in the gateway's log. */
    String requestId() {
        return "spoof-%06d".formatted(number);
    }

    Answer at(RawHttp server) {
        String cookie = token.isEmpty() ? "" : "Cookie: session=" + token + "\r\n";
        return server.send(target.method() + " " + target.path() + " HTTP/1.1\r\nHost: localhost\r\n" + cookie
                + "X-Request-Id: " + requestId() + "\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + target.body().length() + "\r\n" + spoof.onTheWire() + "\r\n\r\n"
                + target.body());
    }
}
