package io.passport.acceptance.trust;

import java.util.List;
import java.util.stream.Stream;

/**
 * A request to a route.
 *
 * @param body JSON in ASCII, or empty
 * @param whose whether only somebody signed in gets more than 4101
 */
record Target(String method, String path, String body, boolean whose) {

    /** Every operation but {@link #LOG_OUT}, so that a second call spoils nothing. */
    static final List<Target> ALL = List.of(
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
            personal("PUT", "user/name", "{\"name\":\"\"}"),
            personal("PUT", "user/password", "{}"),
            personal("PUT", "user/mobile", "{}"),
            personal("GET", "sessions", ""),
            personal("DELETE", "sessions", ""),
            personal("DELETE", "sessions/3f2504e0", ""));

    /** Has no effect for nobody, and ends the session of whoever it is taken for. */
    static final Target LOG_OUT = open("DELETE", "session", "");

    /** What a client might look for beside the operations when it has found a service's own port. */
    static final List<Target> BEHIND_THE_GATEWAY = List.of(
            new Target("POST", "/internal/sms-codes/take", "{}", true),
            new Target("POST", "/internal/sms-codes/give-back", "{}", true),
            new Target("GET", "/internal/sms-report", "", true),
            new Target("PUT", "/internal/users/1/avatar", "{}", true),
            new Target("GET", "/v3/api-docs", "", true),
            new Target("GET", "/actuator/health", "", true));

    static List<Target> everyOperation() {
        return Stream.concat(ALL.stream(), Stream.of(LOG_OUT)).toList();
    }

    /** Whatever a client might send to a port that is not the gateway's. */
    static Stream<Target> everything() {
        return Stream.concat(everyOperation().stream(), BEHIND_THE_GATEWAY.stream());
    }

    private static Target open(String method, String path, String body) {
        return new Target(method, "/api/v1.0/" + path, body, false);
    }

    private static Target personal(String method, String path, String body) {
        return new Target(method, "/api/v1.0/" + path, body, true);
    }

    /** Whether it is the operation that a description has under this method and path, {@code /api/v1.0/sessions/{id}}. */
    boolean is(String describedMethod, String describedPath) {
        return method.equals(describedMethod) && path.matches(describedPath.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    /** Whether it is what a management port is there for. */
    boolean isHealth() {
        return path.equals("/actuator/health");
    }

    /** Whether its answer names the account it is about. */
    boolean namesTheUser() {
        return whose && method.equals("GET") && !path.endsWith("/sessions");
    }
}
