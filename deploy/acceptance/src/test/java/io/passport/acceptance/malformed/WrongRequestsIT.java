package io.passport.acceptance.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.PassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.RawHttp;
import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.RequestBody;
import io.passport.acceptance.visitor.Visitor;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong paths, methods, types and sizes get their HTTP status and an envelope. */
@PassportTest
class WrongRequestsIT {

    private static final int HARD_LIMIT = 64 * 1024;
    private static final int HARD_LIMIT_OF_UPLOADS = 8 * 1024 * 1024;

    private final LaunchedPassport passport;
    private final Visitor visitor;

    WrongRequestsIT(LaunchedPassport passport) {
        this.passport = passport;
        this.visitor = Visitor.of(passport);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1.0/nothing",
                "/api/v1.0",
                "/api/v1.0/user/nothing",
                "/api/v1.0/imagecode",
                "/api/v2.0/session",
                "/API/V1.0/SESSION",
                "/nothing",
                "/favicon.ico"
            })
    void requestWhenThereIsNoSuchRouteThenNotFound(String path) {
        visitor.get(path).isRejected(404);
        visitor.post(path, RequestBody.calledJson("{}")).isRejected(404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, users",
        "DELETE, users",
        "PUT, sessions",
        "GET, sessions/x",
        "POST, session",
        "PATCH, session",
        "DELETE, user/name",
        "POST, user/name",
        "PUT, user/auth",
        "GET, user/avatar",
        "PUT, user/avatar",
        "POST, imagecode/3f2504e0-4f89-11d3-9a0c-0305e82c3301",
        "DELETE, smscode/13800000000",
        "TRACE, session"
    })
    void requestWhenTheMethodIsWrongThenNotAllowed(String method, String path) {
        visitor.send(method, path, null).isRejected(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "text/html", "*/*"})
    void requestWhenTheBodyHasAnotherTypeThenUnsupported(String type) {
        RequestBody body = RequestBody.ofType(
                type, "{\"mobile\":\"13800000000\",\"password\":\"12345678\"}".getBytes(StandardCharsets.UTF_8));
        visitor.post("sessions", body).isRejected(415);
        visitor.post("users", body).isRejected(415);
    }

    @Test
    void requestWhenTheTypeIsInvalidThenUnsupported() {
        visitor.post("sessions", RequestBody.ofType("nonsense", new byte[] {'{', '}'}))
                .isRejected(415);
    }

    @Test
    void requestWhenTheBodyIsLargeThenParameterError() {
        visitor.post("sessions", RequestBody.calledJson("{\"mobile\":\"" + "1".repeat(HARD_LIMIT - 100) + "\"}"))
                .isError("4103");
    }

    @Test
    void requestWhenTheBodyIsHugeThenTooLarge() {
        RequestBody huge = RequestBody.calledJson("{\"mobile\":\"" + "1".repeat(HARD_LIMIT) + "\"}");
        visitor.post("sessions", huge).isRejected(413);
        visitor.post("sessions", huge.inChunks()).isRejected(413);
    }

    @Test
    void requestWhenAHugeBodyIsOnlyAnnouncedThenTooLarge() {
        ApiResponse response = new RawHttp(passport.port("gateway")).send("""
                POST /api/v1.0/sessions HTTP/1.1\r
                Host: localhost\r
                Connection: close\r
                Content-Type: application/json\r
                Content-Length: 10000000000\r
                \r
                """);
        response.isRejected(413);
    }

    @Test
    void uploadWhenHugeThenTooLarge() {
        RegisteredUser user = RegisteredUser.of(passport);
        RequestBody huge = RequestBody.file("avatar", "me.png", new byte[HARD_LIMIT_OF_UPLOADS + 1]);
        user.visitor().post("user/avatar", huge).isRejected(413);
        user.visitor().post("user/avatar", huge.inChunks()).isRejected(413);
        user.assertSignedIn();
    }

    @Test
    void requestWhenItHasAnIdThenTheResponseHasIt() {
        assertThat(visitor.withHeader("X-Request-Id", "acceptance-0123")
                        .session()
                        .header("x-request-id"))
                .isEqualTo("acceptance-0123");
        assertThat(visitor.get("/nothing").header("x-request-id")).matches("[0-9a-f-]{36}");
        assertThat(visitor.withHeader("X-Request-Id", "no id; at all").session().header("x-request-id"))
                .matches("[0-9a-f-]{36}");
    }
}
