package io.passport.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Two origins are allowed. Each request comes from a new address, unless the test exceeds the rate limit. */
@TestPropertySource(
        properties = {
            "passport.edge.allowed-origins=https://app.example.com,http://localhost:3000",
            "passport.edge.rate-limit.loopback-exempt=false",
            "passport.edge.rate-limit.requests-per-second=1",
            "passport.edge.rate-limit.burst=1"
        })
class CorsIT extends GatewayIntegrationTest {

    private static final String ALLOWED = "https://app.example.com";
    private static final String USER = "/api/v1.0/user";
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com, PUT, content-type",
        "http://localhost:3000, DELETE, 'content-type,x-csrftoken,x-passport-user'"
    })
    void preflightWhenOriginIsAllowedThenGatewayAnswers200(String origin, String method, String headers)
            throws Exception {
        HttpResponse<String> answer = preflight(origin, method, headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertCanRead(answer, origin);
        assertThat(header(answer, "Access-Control-Allow-Methods")).contains(method);
        assertThat(header(answer, "Access-Control-Allow-Headers")).isEqualToIgnoringCase(headers.replace(",", ", "));
        assertThat(header(answer, "Access-Control-Max-Age")).isEqualTo("3600");
        assertThat(receivedNothing()).isTrue();
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
    void preflightWhenOriginMethodOrHeaderIsNotAllowedThenAnswers403(String origin, String method, String headers)
            throws Exception {
        HttpResponse<String> answer = preflight(origin, method, headers);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"errno\":\"4201\"");
        assertCannotRead(answer);
        assertThat(receivedNothing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void writeWhenOriginIsAllowedThenItIsRoutedAndReadable(String site) throws Exception {
        HttpResponse<String> answer = sendFromNewAddress(request(USER + "/name")
                .header("Origin", ALLOWED)
                .header("Sec-Fetch-Site", site)
                .PUT(BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertCanRead(answer, ALLOWED);
        assertThat(header(answer, "Access-Control-Expose-Headers")).contains("X-Request-Id", "Retry-After");
    }

    @Test
    void requestWhenOriginIsNotAllowedThenItCannotWriteOrRead() throws Exception {
        String evil = "https://evil.example";
        HttpResponse<String> write =
                sendFromNewAddress(request(USER).header("Origin", evil).DELETE());
        HttpResponse<String> read = sendFromNewAddress(request(USER).header("Origin", evil));
        HttpResponse<String> crossSite = sendFromNewAddress(
                request(USER).header("Sec-Fetch-Site", "cross-site").DELETE());
        assertThat(List.of(write.statusCode(), read.statusCode(), crossSite.statusCode()))
                .containsExactly(403, 200, 403);
        assertThat(List.of(write, read, crossSite)).allSatisfy(CorsIT::assertCannotRead);
    }

    @Test
    void writeWhenTwoOriginsAreSentThenAnswers403() throws Exception {
        String answer = sendRawSlowly("DELETE " + USER + " HTTP/1.1\r\nHost: localhost\r\nOrigin: " + ALLOWED
                + "\r\nOrigin: https://evil.example\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 403 ").doesNotContain("Access-Control-Allow-Origin");
    }

    @Test
    void errorWhenOriginIsAllowedThenItIsReadable() throws Exception {
        HttpResponse<String> noRoute =
                sendFromNewAddress(request("/api/v1.0/nothing").header("Origin", ALLOWED));
        HttpResponse<String> tooLarge = sendFromNewAddress(
                request(USER + "/name").header("Origin", ALLOWED).PUT(BodyPublishers.ofByteArray(new byte[70_000])));
        HttpResponse<String> away =
                sendFromNewAddress(request("/api/v1.0/smscode/13800001234").header("Origin", ALLOWED));
        assertThat(List.of(noRoute.statusCode(), tooLarge.statusCode(), away.statusCode()))
                .containsExactly(404, 413, 503);
        assertThat(List.of(noRoute, tooLarge, away)).allSatisfy(answer -> assertCanRead(answer, ALLOWED));
    }

    @Test
    void errorWhenRateIsExceededThenAllowedOriginCanReadIt() throws Exception {
        HttpResponse<String> answer = null;
        for (int i = 0; i < 20 && (answer == null || answer.statusCode() != 429); i++) {
            answer = sendFrom("127.0.0.8", request(USER).header("Origin", ALLOWED));
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertCanRead(answer, ALLOWED);
    }

    @Test
    void answerWhenOriginsAreConfiguredThenItVariesByOrigin() throws Exception {
        HttpResponse<String> own = sendFromNewAddress(request(USER));
        assertThat(own.statusCode()).isEqualTo(200);
        assertCannotRead(own);
    }

    private HttpResponse<String> preflight(String origin, String method, String headers) throws Exception {
        return sendFromNewAddress(request(USER + "/name")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", headers)
                .method("OPTIONS", BodyPublishers.noBody()));
    }

    private HttpResponse<String> sendFromNewAddress(HttpRequest.Builder request) throws Exception {
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
