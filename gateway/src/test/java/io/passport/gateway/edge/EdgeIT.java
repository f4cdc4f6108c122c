package io.passport.gateway.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import io.passport.gateway.GatewayIntegrationTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeIT extends GatewayIntegrationTest {

    private static final String USER = "/api/v1.0/user";

    @Test
    void requestWhenClientSendsIdentityHeadersThenCallerIsAnonymous() throws Exception {
        List<String> claims = List.of(
                "X-Passport-Caller",
                "X-Passport-Signature",
                "X-User-Id",
                "X-Real-IP",
                "Forwarded",
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "from-source",
                "True-Client-IP",
                "CF-Connecting-IP",
                "Authorization",
                "user-key",
                "X-Original-URL",
                "X-Http-Method-Override");
        HttpRequest.Builder request = request(USER);
        claims.forEach(claim -> request.header(claim, "gateway;user=1;session=;ip=8.8.8.8;at=1"));
        send(request.header("Cookie", "session=nothing; other=1"));
        var arrived = receivedRequest();
        assertThat(arrived.getHeader("X-Passport-Caller")).startsWith("gateway;user=;session=;ip=127.0.0.1;at=");
        assertThat(arrived.getHeaders().all().stream().map(HttpHeader::values).flatMap(List::stream))
                .noneMatch(value -> value.contains("8.8.8.8"));
        assertThat(arrived.containsHeader("Cookie")).isFalse();
    }

    @Test
    void requestWhenUserAgentIsMissingThenServiceGetsAnEmptyOne() throws Exception {
        sendRawSlowly("GET " + USER + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(receivedRequest().getHeader("User-Agent")).isEmpty();
    }

    @Test
    void requestWhenProxyIsTrustedThenForwardedForIsReadFromTheRight() throws Exception {
        sendFrom("127.0.0.2", request(USER).header("X-Forwarded-For", "1.1.1.1, 203.0.113.7, 127.0.0.2"));
        assertThat(receivedRequest().getHeader("X-Passport-Caller")).contains(";ip=203.0.113.7;");
    }

    @Test
    void requestWhenForwardedForIsNotAnAddressThenProxyIsTheClient() throws Exception {
        sendFrom("127.0.0.2", request(USER).header("X-Forwarded-For", "203.0.113.7, evil;user=1"));
        assertThat(receivedRequest().getHeader("X-Passport-Caller")).contains(";user=;", ";ip=127.0.0.2;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/users/1/avatar",
                "/actuator/health",
                "/api/v1.0/../../internal/users/1/avatar",
                "/api/v1.0/%2e%2e/%2e%2e/internal/users/1/avatar",
                "/api/v1.0/user%2f..%2f..%2finternal",
                "//internal/x",
                "/api/v1.0/user;x=1/name",
                "/api/v1.0/user/..;/..;/internal",
                "/api/v1.0/%75ser",
                "/api/v1.0/user%00",
                "/api/v1.0/%252e%252e/internal",
                "/api/v1.0/nothing"
            })
    void requestWhenPathHasNoRouteThenAnswers404(String path) throws Exception {
        String answer = sendRawSlowly("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 404 ").contains("{\"errno\":\"4201\"");
        assertThat(receivedNothing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1.0/smscode/138%200000%201234",
                "/api/v1.0/imagecode/%EF%BC%91",
                "/api/v1.0/smscode/+8613800001234"
            })
    void requestWhenPathHasAnEncodedCharacterThenItIsRouted(String path) throws Exception {
        assertThat(send(request(path)).statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "/a", "%E4"})
    void requestWhenPathIsVeryLongThenAnswers4xx(String part) throws Exception {
        assertThat(send(request("/" + part.repeat(3900 / part.length()))).statusCode())
                .isIn(404, 400);
    }

    @Test
    void requestWhenAcceptIsVeryLongThenItIsIgnored() throws Exception {
        HttpRequest.Builder choosy = request(USER)
                .header("Accept", "a/b,".repeat(60) + "a/b")
                .header("Accept-Language", "en,".repeat(60) + "en");
        assertThat(send(choosy).statusCode()).isEqualTo(200);
        assertThat(receivedRequest().containsHeader("Accept-Language")).isFalse();
        assertThat(send(request("/nope").header("Accept", "a/b,".repeat(60) + "a/b"))
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?text=%zz",
                "?text=%",
                "?text=|",
                "?text={a}",
                "?text=%00",
                "?text=%E4",
                "?a=b?c=d",
                "?&&=",
                "?\\"
            })
    void requestWhenQueryIsMalformedThenNoInternalErrorIsAnswered(String query) throws Exception {
        String answer =
                sendRawSlowly("GET " + USER + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 (200|400) .*");
    }

    @Test
    void requestWhenManyAreInProgressThenNoneIsRejected() throws Exception {
        USER_SERVICE.stubFor(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(500)));
        try (ExecutorService threads = Executors.newFixedThreadPool(60)) {
            List<Future<Integer>> statuses = threads.invokeAll(
                    Collections.nCopies(60, () -> send(request(USER)).statusCode()));
            assertThat(statuses).allMatch(status -> status.resultNow() == 200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "nonsense"})
    void writeWhenSecFetchSiteIsAnotherSiteThenAnswers403(String site) throws Exception {
        HttpResponse<String> answer = send(
                request(USER + "/name").header("Sec-Fetch-Site", site).PUT(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"errno\":\"4201\"");
        assertThat(send(request(USER).header("Sec-Fetch-Site", site)).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost.evil.example", "%%%"})
    void writeWhenOriginIsAnotherHostThenAnswers403(String origin) throws Exception {
        assertThat(send(request(USER).header("Origin", origin).DELETE()).statusCode())
                .isEqualTo(403);
        assertThat(send(request("/api/v1.0/smscode/13800001234").header("Origin", origin))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void writeWhenThePortIsTheDefaultOneThenItIsTheSameSite() throws Exception {
        assertThat(deleteFrom("https://app.example.com", "app.example.com:443")).startsWith("HTTP/1.1 200");
        assertThat(deleteFrom("http://app.example.com:80", "app.example.com")).startsWith("HTTP/1.1 200");
        assertThat(deleteFrom("http://app.example.com", "app.example.com:443")).startsWith("HTTP/1.1 403");
        assertThat(deleteFrom("https://app.example.com:8443", "app.example.com"))
                .startsWith("HTTP/1.1 403");
    }

    private String deleteFrom(String origin, String host) throws Exception {
        return sendRawSlowly("DELETE " + USER + " HTTP/1.1\r\nHost: " + host + "\r\nOrigin: " + origin
                + "\r\nConnection: close\r\n\r\n");
    }

    @Test
    void smsCodeWhenItIsPrefetchedThenAnswers403() throws Exception {
        assertThat(send(request("/api/v1.0/smscode/13800001234").header("Sec-Purpose", "prefetch;prerender"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(request(USER).header("Sec-Purpose", "prefetch")).statusCode())
                .isEqualTo(200);
        assertThat(receivedRequest().containsHeader("Sec-Purpose")).isFalse();
    }

    @Test
    void preflightWhenNoOriginIsConfiguredThenAnswers403() throws Exception {
        HttpResponse<String> answer = send(request(USER)
                .header("Origin", "https://app.example.com")
                .header("Access-Control-Request-Method", "DELETE")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        assertThat(receivedNothing()).isTrue();
    }

    @Test
    void writeWhenSiteIsTheSameThenItIsRouted() throws Exception {
        assertThat(send(request(USER).header("Sec-Fetch-Site", "same-origin").DELETE())
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(request(USER)
                                .header("Origin", "http://127.0.0.1:" + port)
                                .DELETE())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void requestWhenBodyIsTooLargeThenAnswers413() throws Exception {
        byte[] large = new byte[70_000];
        assertThat(send(request(USER + "/name").PUT(HttpRequest.BodyPublishers.ofByteArray(large)))
                        .statusCode())
                .isEqualTo(413);
        HttpResponse<String> chunked = send(request(USER + "/name")
                .PUT(HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofByteArray(large))));
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(chunked.body()).contains("\"errno\":\"4103\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GARBAGE\r\n\r\n", "GET / HTTX\r\n\r\n", "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n"})
    void requestWhenItIsNotHttpThenAnswers4xxWithEnvelope(String garbage) throws Exception {
        assertThat(sendRaw(garbage))
                .startsWith("HTTP/1.1 4")
                .contains("{\"errno\":\"4")
                .doesNotContain("<html");
    }

    @Test
    void requestWhenHeadersAreTooLargeThenAnswers400WithEnvelope() throws Exception {
        assertThat(sendRaw("GET " + USER + " HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("{\"errno\":\"4103\"");
    }

    @Test
    void requestWhenRequestIdIsMalformedThenANewOneIsUsed() throws Exception {
        assertThat(send(request(USER).header("X-Request-Id", "my-request-1"))
                        .headers()
                        .firstValue("X-Request-Id"))
                .contains("my-request-1");
        assertThat(receivedRequest().getHeader("X-Request-Id")).isEqualTo("my-request-1");
        assertThat(send(request(USER).header("X-Request-Id", "x y\tz"))
                        .headers()
                        .firstValue("X-Request-Id"))
                .get()
                .asString()
                .hasSize(36);
    }

    @Test
    void requestWhenServiceHasNoInstanceThenAnswers503() throws Exception {
        HttpResponse<String> answer = send(request("/api/v1.0/imagecode/x"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("\"errno\":\"4500\"");
    }
}
