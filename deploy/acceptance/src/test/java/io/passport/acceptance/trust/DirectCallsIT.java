package io.passport.acceptance.trust;

import io.passport.acceptance.PassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.RawHttp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls to the services' own ports pass only with a fresh signature of a known caller for this request. */
@PassportTest
class DirectCallsIT {

    private static final String SESSION = "/api/v1.0/session";

    private final LaunchedPassport passport;

    DirectCallsIT(LaunchedPassport passport) {
        this.passport = passport;
    }

    @ParameterizedTest
    @CsvSource({
        "verify-service, GET, /api/v1.0/imagecode/3f2504e0-4f89-11d3-9a0c-0305e82c3301",
        "verify-service, POST, /internal/sms-codes/consume",
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
    void callWhenUnsignedThenForbidden(String service, String method, String path) {
        send(service, method, path, "").isRejected(403);
    }

    @Test
    void callWhenTheGatewaySignedItThenItPasses() {
        send("user-service", "GET", SESSION, signed(Signature.KEY_OF_THE_GATEWAY, caller("gateway", now()), SESSION))
                .isError("4101", "false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify-service", "user-service", "media-service"})
    void callWhenTheKeyIsWrongThenForbidden(String service) {
        String key = "local-only-some-other-caller-key-0000000";
        send(service, "GET", SESSION, signed(key, caller("gateway", now()), SESSION))
                .isRejected(403);
    }

    @Test
    void callWhenTheCallerIsUnknownThenForbidden() {
        isForbidden(signed(Signature.KEY_OF_THE_GATEWAY, caller("stranger", now()), SESSION));
        isForbidden(signed(Signature.KEY_OF_THE_GATEWAY, caller("verify-service", now()), SESSION));
    }

    @Test
    void callWhenSignedForAnotherPathOrMethodThenForbidden() {
        isForbidden(signed(Signature.KEY_OF_THE_GATEWAY, caller("gateway", now()), "/api/v1.0/user"));
        isForbidden(signed(Signature.KEY_OF_THE_GATEWAY, caller("gateway", now()), SESSION + "?a=b"));
        send("user-service", "DELETE", SESSION, signed(Signature.KEY_OF_THE_GATEWAY, caller("gateway", now()), SESSION))
                .isRejected(403);
    }

    @Test
    void callWhenTheCallerWasChangedAfterSigningThenForbidden() {
        String genuine = caller("gateway", now());
        String signature = Signature.ofTheGateway("GET", SESSION, genuine);
        isForbidden(headers(genuine.replace("user=", "user=1"), signature));
        isForbidden(headers(genuine, signature.substring(1)));
        isForbidden(headers(genuine, ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {-60, 60})
    void callWhenSignedAtAnotherTimeThenForbidden(int seconds) {
        String caller = caller("gateway", now().plus(Duration.ofSeconds(seconds)));
        isForbidden(signed(Signature.KEY_OF_THE_GATEWAY, caller, SESSION));
    }

    @ParameterizedTest
    @CsvSource({
        "verify-service, POST, /internal/sms-codes/consume",
        "verify-service, POST, /internal/sms-codes/release",
        "user-service, PUT, /internal/users/1/avatar"
    })
    void internalCallWhenTheGatewaySignedItThenForbidden(String service, String method, String path) {
        String caller = caller("gateway", now());
        send(service, method, path, headers(caller, Signature.ofTheGateway(method, path, caller)))
                .isRejected(403);
    }

    private void isForbidden(String headers) {
        send("user-service", "GET", SESSION, headers).isRejected(403);
    }

    private ApiResponse send(String service, String method, String path, String headers) {
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
