package io.passport.acceptance.trust;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.RawHttp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls past the gateway, to the services' own ports: only what a known caller signed, just now, for this call, passes. */
@AgainstPassport
class DirectCallsIT {

    private static final String SESSION = "/api/v1.0/session";

    private final Passport passport;

    DirectCallsIT(Passport passport) {
        this.passport = passport;
    }

    @ParameterizedTest
    @CsvSource({
        "verify-service, GET, /api/v1.0/imagecode/3f2504e0-4f89-11d3-9a0c-0305e82c3301",
        "verify-service, POST, /internal/sms-codes/take",
        "verify-service, GET, /nothing",
        "verify-service, GET, /actuator/health",
        "verify-service, GET, /v3/api-docs",
        "user-service, GET, /api/v1.0/session",
        "user-service, PUT, /internal/users/1/avatar",
        "user-service, GET, /nothing",
        "user-service, GET, /actuator/env",
        "user-service, GET, /v3/api-docs",
        "media-service, POST, /api/v1.0/user/avatar",
        "media-service, GET, /nothing",
        "media-service, GET, /actuator/health",
        "media-service, GET, /v3/api-docs"
    })
    void callWhenNobodySignedItThenForbidden(String service, String method, String path) {
        send(service, method, path, "").isTurnedAway(403);
    }

    @Test
    void callWhenTheGatewaySignedItThenItPasses() {
        send("user-service", "GET", SESSION, signed(Signature.KEY_OF_THE_GATEWAY, caller("gateway", now()), SESSION))
                .isRefusal("4101", "false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify-service", "user-service", "media-service"})
    void callWhenTheKeyIsWrongThenForbidden(String service) {
        String key = "local-only-some-other-caller-key-0000000";
        send(service, "GET", SESSION, signed(key, caller("gateway", now()), SESSION))
                .isTurnedAway(403);
    }

    @Test
    void callWhenTheCallerIsUnknownThenForbidden() {
        forbids(signed(Signature.KEY_OF_THE_GATEWAY, caller("stranger", now()), SESSION));
        forbids(signed(Signature.KEY_OF_THE_GATEWAY, caller("verify-service", now()), SESSION));
    }

    @Test
    void callWhenSignedForAnotherPathOrMethodThenForbidden() {
        forbids(signed(Signature.KEY_OF_THE_GATEWAY, caller("gateway", now()), "/api/v1.0/user"));
        forbids(signed(Signature.KEY_OF_THE_GATEWAY, caller("gateway", now()), SESSION + "?a=b"));
        send("user-service", "DELETE", SESSION, signed(Signature.KEY_OF_THE_GATEWAY, caller("gateway", now()), SESSION))
                .isTurnedAway(403);
    }

    @Test
    void callWhenTheCallerWasChangedAfterwardsThenForbidden() {
        String genuine = caller("gateway", now());
        String signature = Signature.ofTheGateway("GET", SESSION, genuine);
        forbids(headers(genuine.replace("user=", "user=1"), signature));
        forbids(headers(genuine, signature.substring(1)));
        forbids(headers(genuine, ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {-60, 60})
    void callWhenSignedAtAnotherTimeThenForbidden(int seconds) {
        String caller = caller("gateway", now().plus(Duration.ofSeconds(seconds)));
        forbids(signed(Signature.KEY_OF_THE_GATEWAY, caller, SESSION));
    }

    @ParameterizedTest
    @CsvSource({
        "verify-service, POST, /internal/sms-codes/take",
        "verify-service, POST, /internal/sms-codes/give-back",
        "user-service, PUT, /internal/users/1/avatar"
    })
    void internalCallWhenTheGatewaySignedItThenForbidden(String service, String method, String path) {
        String caller = caller("gateway", now());
        send(service, method, path, headers(caller, Signature.ofTheGateway(method, path, caller)))
                .isTurnedAway(403);
    }

    private void forbids(String headers) {
        send("user-service", "GET", SESSION, headers).isTurnedAway(403);
    }

    private Answer send(String service, String method, String path, String headers) {
        return new RawHttp(passport.port(service))
                .send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 2\r\n" + headers + "\r\n{}");
    }

    private static String signed(String key, String caller, String path) {
        return headers(caller, Signature.by(key, "GET", path, caller));
    }

    private static String headers(String caller, String signature) {
        return "X-Passport-Caller: " + caller + "\r\nX-Passport-Signature: " + signature + "\r\n";
    }

    private static String caller(String service, Instant at) {
        return service + ";user=;session=;ip=127.0.0.1;at=" + at.toEpochMilli();
    }

    private static Instant now() {
        return Instant.now();
    }
}
