package io.passport.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.passport.gateway.GatewayIntegrationTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** With two other front ends; each request comes from an address of its own, unless it is to be too many. */
@TestPropertySource(
        properties = {
            "passport.edge.allowed-origins=https://app.example.com,http://localhost:3000",
            "passport.edge.rate-limit.loopback-exempt=false",
            "passport.edge.rate-limit.requests-per-second=1",
            "passport.edge.rate-limit.burst=1"
        })
class AllowedOriginsIT extends GatewayIntegrationTest {

    private static final String ALLOWED = "https://app.example.com";
    private static final String USER = "/api/v1.0/user";
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com, PUT, content-type",
        "http://localhost:3000, DELETE, 'content-type,x-csrftoken'"
    })
    void answersThePreflightItselfWhenTheOriginIsAllowed(String origin, String method, String headers)
            throws Exception {
        HttpResponse<String> answer = preflight(origin, method, headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertCanRead(answer, origin);
        assertThat(header(answer, "Access-Control-Allow-Methods")).contains(method);
        assertThat(header(answer, "Access-Control-Allow-Headers")).isEqualToIgnoringCase(headers.replace(",", ", "));
        assertThat(header(answer, "Access-Control-Max-Age")).isEqualTo("3600");
        assertThat(nothingArrived()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, PUT, content-type",
        "https://app.example.com:8443, PUT, content-type",
        "http://app.example.com, PUT, content-type",
        "https://app.example.com.evil.example, PUT, content-type",
        "https://APP.example.com, PUT, content-type",
        "null, PUT, content-type",
        "https://app.example.com, PATCH, content-type",
        "https://app.example.com, PUT, x-passport-caller"
    })
    void refusesThePreflightWhenTheOriginOrWhatItAsksForIsNotAllowed(String origin, String method, String headers)
            throws Exception {
        HttpResponse<String> answer = preflight(origin, method, headers);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"errno\":\"4201\"");
        assertCannotRead(answer);
        assertThat(nothingArrived()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void letsAnAllowedOriginWriteAndRead(String site) throws Exception {
        HttpResponse<String> answer = say(request(USER + "/name")
                .header("Origin", ALLOWED)
                .header("Sec-Fetch-Site", site)
                .PUT(BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertCanRead(answer, ALLOWED);
        assertThat(header(answer, "Access-Control-Expose-Headers")).contains("X-Request-Id", "Retry-After");
    }

    @Test
    void refusesOthersAsEver() throws Exception {
        String evil = "https://evil.example";
        HttpResponse<String> write = say(request(USER).header("Origin", evil).DELETE());
        HttpResponse<String> read = say(request(USER).header("Origin", evil));
        HttpResponse<String> lured =
                say(request(USER).header("Sec-Fetch-Site", "cross-site").DELETE());
        assertThat(List.of(write.statusCode(), read.statusCode(), lured.statusCode()))
                .containsExactly(403, 200, 403);
        assertThat(List.of(write, read, lured)).allSatisfy(AllowedOriginsIT::assertCannotRead);
    }

    @Test
    void refusesWhenARequestNamesTwoOrigins() throws Exception {
        String answer = sendRawSlowly("DELETE " + USER + " HTTP/1.1\r\nHost: localhost\r\nOrigin: " + ALLOWED
                + "\r\nOrigin: https://evil.example\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 403 ").doesNotContain("Access-Control-Allow-Origin");
    }

    @Test
    void letsAnAllowedOriginReadWhatTheGatewayRefuses() throws Exception {
        HttpResponse<String> noRoute = say(request("/api/v1.0/nothing").header("Origin", ALLOWED));
        HttpResponse<String> tooLarge = say(
                request(USER + "/name").header("Origin", ALLOWED).PUT(BodyPublishers.ofByteArray(new byte[70_000])));
        HttpResponse<String> away = say(request("/api/v1.0/smscode/13800001234").header("Origin", ALLOWED));
        assertThat(List.of(noRoute.statusCode(), tooLarge.statusCode(), away.statusCode()))
                .containsExactly(404, 413, 503);
        assertThat(List.of(noRoute, tooLarge, away)).allSatisfy(answer -> assertCanRead(answer, ALLOWED));
    }

    @Test
    void letsAnAllowedOriginReadThatThereWereTooMany() throws Exception {
        HttpResponse<String> answer = null;
        for (int i = 0; i < 20 && (answer == null || answer.statusCode() != 429); i++) {
            answer = sendFrom("127.0.0.8", request(USER).header("Origin", ALLOWED));
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertCanRead(answer, ALLOWED);
    }

    @Test
    void keepsCachesFromGivingOnesAnswerToAnother() throws Exception {
        HttpResponse<String> own = say(request(USER));
        assertThat(own.statusCode()).isEqualTo(200);
        assertCannotRead(own);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "",
                "app.example.com",
                "https://",
                "https://*.example.com",
                "https://*",
                "https://app.example.com/",
                "https://app.example.com/page",
                "https://app.example.com?a=b",
                "https://app.example.com#a",
                "https://somebody@app.example.com",
                "https://APP.example.com",
                "HTTPS://app.example.com",
                "https://app.example.com:443",
                "http://app.example.com:80",
                "https://app.example.com:",
                "https://app.example.com:x",
                "https://app example.com",
                "ftp://app.example.com",
                "file:///home"
            })
    void refusesToStartWhenItIsNoExactOrigin(String origin) {
        assertThatThrownBy(() -> new AllowedOrigins(List.of(ALLOWED, origin)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("passport.edge.allowed-origins: '" + origin + "'");
    }

    private HttpResponse<String> preflight(String origin, String method, String headers) throws Exception {
        return say(request(USER + "/name")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", headers)
                .method("OPTIONS", BodyPublishers.noBody()));
    }

    private HttpResponse<String> say(HttpRequest.Builder request) throws Exception {
        return sendFrom("127.0.9." + ADDRESSES.incrementAndGet(), request);
    }

    private static void assertCanRead(HttpResponse<String> answer, String origin) {
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(header(answer, "Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(answer.headers().allValues("Vary")).contains("Origin");
    }

    private static void assertCannotRead(HttpResponse<String> answer) {
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
        assertThat(answer.headers().allValues("Vary")).contains("Origin");
    }

    /** The value of a header that is there once. */
    private static String header(HttpResponse<String> answer, String name) {
        assertThat(answer.headers().allValues(name)).as(name).hasSize(1);
        return answer.headers().firstValue(name).orElseThrow();
    }
}
