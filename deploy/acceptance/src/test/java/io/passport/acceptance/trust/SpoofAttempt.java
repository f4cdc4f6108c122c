package io.passport.acceptance.trust;

import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.RawHttp;

/**
 * A spoofed header sent to one route.
 *
 * @param token of a real session, or empty
 * @param number of the request in the gateway's log
 */
record SpoofAttempt(SpoofedHeader spoof, RouteTarget target, String token, int number) {

    /** The request's id in the gateway's log. */
    String requestId() {
        return "spoof-%06d".formatted(number);
    }

    ApiResponse at(RawHttp server) {
        String cookie = token.isEmpty() ? "" : "Cookie: session=" + token + "\r\n";
        return server.send(target.method() + " " + target.path() + " HTTP/1.1\r\nHost: localhost\r\n" + cookie
                + "X-Request-Id: " + requestId() + "\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + target.body().length() + "\r\n" + spoof.onTheWire() + "\r\n\r\n"
                + target.body());
    }
}
