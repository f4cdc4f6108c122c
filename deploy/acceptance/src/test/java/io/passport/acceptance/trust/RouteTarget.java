package io.passport.acceptance.trust;

import java.util.List;
import java.util.stream.Stream;

/**
 * A request to a route.
 *
 * @param body JSON in ASCII, or empty
 * @param personal whether it needs a signed-in user, and answers 4101 without one
 */
record RouteTarget(String method, String path, String body, boolean personal) {

    /** Every operation except {@link #LOG_OUT}: they can be repeated without effect. */
    static final List<RouteTarget> ALL = List.of(
            open("GET", "imagecode/3f2504e0-4f89-11d3-9a0c-0305e82c3301", ""),
            open("GET", "smscode/13800000000", ""),
            open("POST", "smscode/13800000000", "{}"),
            open("POST", "users", "{}"),
            open("POST", "sessions", "{}"),
            open("POST", "passwords", "{}"),
            personal("GET", "session", ""),
            personal("GET", "user", ""),
            personal("GET", "user/auth", ""),
            personal("POST", "user/auth", "{}"),
            personal("POST", "user/avatar", "{}"),
            personal("DELETE", "user/avatar", ""),
            personal("PUT", "user/name", "{\"name\":\"\"}"),
            personal("PUT", "user/password", "{}"),
            personal("PUT", "user/mobile", "{}"),
            personal("GET", "sessions", ""),
            personal("DELETE", "sessions/others", ""),
            personal("DELETE", "sessions/3f2504e0", ""));

    /** Ends the session of the user it is attributed to. */
    static final RouteTarget LOG_OUT = open("DELETE", "session", "");

    /** Other paths that an attacker might try at a service's own port. */
    static final List<RouteTarget> BEHIND_THE_GATEWAY = List.of(
            new RouteTarget("POST", "/internal/sms-codes/consume", "{}", true),
            new RouteTarget("POST", "/internal/sms-codes/release", "{}", true),
            new RouteTarget("GET", "/internal/sms-report", "", true),
            new RouteTarget("PUT", "/internal/users/1/avatar", "{}", true),
            new RouteTarget("DELETE", "/internal/users/1/avatar", "", true),
            new RouteTarget("GET", "/v3/api-docs", "", true),
            new RouteTarget("GET", "/actuator/health", "", true));

    static List<RouteTarget> everyOperation() {
        return Stream.concat(ALL.stream(), Stream.of(LOG_OUT)).toList();
    }

    /** Every request that an attacker might send to a service's own port. */
    static Stream<RouteTarget> everything() {
        return Stream.concat(everyOperation().stream(), BEHIND_THE_GATEWAY.stream());
    }

    private static RouteTarget open(String method, String path, String body) {
        return new RouteTarget(method, "/api/v1.0/" + path, body, false);
    }

    private static RouteTarget personal(String method, String path, String body) {
        return new RouteTarget(method, "/api/v1.0/" + path, body, true);
    }

    /** Whether it is the described operation, for example {@code DELETE /api/v1.0/sessions/{id}}. */
    boolean is(String describedMethod, String describedPath) {
        return method.equals(describedMethod) && path.matches(describedPath.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    /** Whether it is the health check, which a management port answers. */
    boolean isHealth() {
        return path.equals("/actuator/health");
    }

    /** Whether its response contains the id of the account. */
    boolean namesTheUser() {
        return personal && method.equals("GET") && !path.endsWith("/sessions");
    }
}
