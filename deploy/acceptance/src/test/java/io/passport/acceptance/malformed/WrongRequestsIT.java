package io.passport.acceptance.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.Body;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.RawHttp;
import io.passport.acceptance.visitor.Visitor;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong paths, methods, types and sizes: a status that says so, and still the envelope. */
@AgainstPassport
class WrongRequestsIT {

    private static final int HARD_LIMIT = 64 * 1024;
    private static final int HARD_LIMIT_OF_UPLOADS = 8 * 1024 * 1024;

    private final Passport passport;
    private final Visitor visitor;

    WrongRequestsIT(Passport passport) {
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
        visitor.get(path).isTurnedAway(404);
        visitor.post(path, Body.calledJson("{}")).isTurnedAway(404);
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
    void requestWhenTheMethodIsAnotherThenNotAllowed(String method, String path) {
        visitor.send(method, path, null).isTurnedAway(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "text/html", "*/*"})
    void requestWhenTheBodyHasAnotherTypeThenUnsupported(String type) {
        Body body = Body.ofType(
                type, "{\"mobile\":\"13800000000\",\"password\":\"12345678\"}".getBytes(StandardCharsets.UTF_8));
        visitor.post("sessions", body).isTurnedAway(415);
        visitor.post("users", body).isTurnedAway(415);
    }

    @Test
    void requestWhenTheTypeIsNoneThenUnsupported() {
        visitor.post("sessions", Body.ofType("nonsense", new byte[] {'{', '}'})).isTurnedAway(415);
    }

    @Test
    void requestWhenTheBodyIsLargeThenParameterError() {
        visitor.post("sessions", Body.calledJson("{\"mobile\":\"" + "1".repeat(HARD_LIMIT - 100) + "\"}"))
                .isRefusal("4103");
    }

    @Test
    void requestWhenTheBodyIsHugeThenTooLarge() {
        Body huge = Body.calledJson("{\"mobile\":\"" + "1".repeat(HARD_LIMIT) + "\"}");
        visitor.post("sessions", huge).isTurnedAway(413);
        visitor.post("sessions", huge.inChunks()).isTurnedAway(413);
    }

    @Test
    void requestWhenAHugeBodyIsOnlyAnnouncedThenTooLarge() {
        Answer answer = new RawHttp(passport.port("gateway")).send("""
                POST /api/v1.0/sessions HTTP/1.1\r
                Host: localhost\r
                Connection: close\r
                Content-Type: application/json\r
                Content-Length: 10000000000\r
                \r
                """);
        answer.isTurnedAway(413);
    }

    @Test
    void uploadWhenHugeThenTooLarge() {
        Member member = Member.of(passport);
        Body huge = Body.file("avatar", "me.png", new byte[HARD_LIMIT_OF_UPLOADS + 1]);
        member.visitor().post("user/avatar", huge).isTurnedAway(413);
        member.visitor().post("user/avatar", huge.inChunks()).isTurnedAway(413);
        member.isSignedIn();
    }

    @Test
    void requestWhenItBringsAnIdThenTheAnswerCarriesIt() {
        assertThat(visitor.saying("X-Request-Id", "acceptance-0123").session().header("x-request-id"))
                .isEqualTo("acceptance-0123");
        assertThat(visitor.get("/nothing").header("x-request-id")).matches("[0-9a-f-]{36}");
        assertThat(visitor.saying("X-Request-Id", "no id; at all").session().header("x-request-id"))
                .matches("[0-9a-f-]{36}");
    }
}
