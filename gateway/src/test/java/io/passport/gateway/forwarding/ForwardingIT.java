package io.passport.gateway.forwarding;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.passport.gateway.GatewayIntegrationTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a service receives, what the client receives, and how often a request is sent. */
class ForwardingIT extends GatewayIntegrationTest {

    private static final String USER = "/api/v1.0/user";
    private static final String NAME = "/api/v1.0/user/name";
    private static final String SMS_CODE = "/api/v1.0/smscode/13800001234";

    @Autowired
    private Upstreams upstreams;

    @AfterEach
    void removeInstances() {
        upstreams.ofRoute("verify-service").setInstances(List.of());
        upstreams.ofRoute("user-service").setInstances(List.of(stub()));
    }

    @Test
    void requestWhenForwardedThenServiceGetsTheseHeaders() throws Exception {
        sendRawSlowly("GET " + USER + " HTTP/1.1\r\nHost: example.org\r\nCookie: session=x\r\nContent-Type: a/b\r\n"
                + "If-None-Match: \"1\"\r\nIf-None-Match: \"2\"\r\nUser-Agent: test\r\nX-Request-Id: id-1\r\n"
                + "Connection: close\r\n\r\n");
        LoggedRequest received = receivedRequest();
        assertThat(received.getAllHeaderKeys())
                .extracting(String::toLowerCase)
                .containsExactlyInAnyOrder(
                        "host",
                        "accept",
                        "content-type",
                        "if-none-match",
                        "user-agent",
                        "x-passport-caller",
                        "x-passport-signature",
                        "x-request-id");
        assertThat(received.getHeader("Host")).isEqualTo("localhost:" + USER_SERVICE.port());
        assertThat(received.header("If-None-Match").values()).containsExactly("\"1\"", "\"2\"");
        assertThat(received.getHeader("Accept")).isEqualTo("*/*");
    }

    @Test
    void requestWhenConnectionNamesHeadersThenServiceDoesNotGetThem() throws Exception {
        sendRawSlowly("GET " + USER + " HTTP/1.1\r\nHost: a\r\nContent-Type: a/b\r\nUser-Agent: test\r\n"
                + "Connection: close, Content-Type\r\n\r\n");
        assertThat(receivedRequest().containsHeader("Content-Type")).isFalse();
        assertThat(receivedRequest().getHeader("User-Agent")).isEqualTo("test");
    }

    @Test
    void requestWhenBodyIsChunkedThenServiceGetsItWithItsLength() throws Exception {
        send(request(NAME).PUT(BodyPublishers.fromPublisher(BodyPublishers.ofString("{\"name\":1}"))));
        assertThat(receivedRequest().getBodyAsString()).isEqualTo("{\"name\":1}");
        assertThat(receivedRequest().getHeader("Content-Length")).isEqualTo("10");
        assertThat(receivedRequest().containsHeader("Transfer-Encoding")).isFalse();
    }

    @Test
    void requestWhenItHasNoBodyThenServiceGetsNone() throws Exception {
        for (String announced : List.of("", "Content-Length: 0\r\n", "Transfer-Encoding: chunked\r\n")) {
            String end = announced.startsWith("T") ? "0\r\n\r\n" : "";
            String answer = sendRawSlowly(
                    "POST /api/v1.0/users HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + announced + "\r\n" + end);
            assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"errno\":\"0\"");
            assertThat(receivedRequest().getHeader("Content-Length")).isEqualTo("0");
            assertThat(receivedRequest().containsHeader("Transfer-Encoding")).isFalse();
        }
    }

    @Test
    void requestWhenQueryIsNotAsciiThenServiceGetsItEncoded() throws Exception {
        sendRawSlowly("GET " + USER + "?a=\u00e4%20b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertThat(receivedRequest().getUrl()).matches("/api/v1\\.0/user\\?a=(%[0-9A-F]{2})+%20b");
    }

    @Test
    void answerWhenForwardedThenClientGetsItsHeaders() throws Exception {
        USER_SERVICE.stubFor(any(anyUrl())
                .willReturn(okJson("{}")
                        .withStatus(404)
                        .withHeader("Set-Cookie", "a=1", "b=2")
                        .withHeader("Cache-Control", "max-age=9")
                        .withHeader("X-Request-Id", "of-the-service")
                        .withHeader("Keep-Alive", "timeout=9")
                        .withHeader("Connection", "X-Hop")
                        .withHeader("X-Hop", "1")));
        HttpResponse<String> answer = send(request(USER).header("X-Request-Id", "of-the-client"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{}");
        assertThat(answer.headers().map())
                .containsEntry("set-cookie", List.of("a=1", "b=2"))
                .containsEntry("cache-control", List.of("no-store"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("x-request-id", List.of("of-the-client"))
                .doesNotContainKeys("keep-alive", "connection", "x-hop");
        assertThat(answer.headers().firstValue("Transfer-Encoding")).hasValue("chunked");
    }

    @Test
    void answerWhenItIsLongThenClientGetsAllOfIt() throws Exception {
        String body = "x".repeat(1_000_000);
        USER_SERVICE.stubFor(any(anyUrl()).willReturn(okJson(body)));
        assertThat(send(request(USER)).body()).isEqualTo(body);
        USER_SERVICE.stubFor(
                any(anyUrl()).willReturn(okJson(body).withHeader("Content-Length", String.valueOf(body.length()))));
        assertThat(send(request(USER)).body()).isEqualTo(body);
    }

    @Test
    void answerWhenItHasNoBodyThenClientGetsNone() throws Exception {
        USER_SERVICE.stubFor(
                any(anyUrl()).willReturn(aResponse().withStatus(304).withHeader("ETag", "\"1\"")));
        HttpResponse<String> unchanged = send(request(USER).header("If-None-Match", "\"1\""));
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.headers().firstValue("ETag")).hasValue("\"1\"");
        USER_SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withHeader("Content-Length", "157")));
        String head = sendRawSlowly("HEAD " + USER + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertThat(head)
                .startsWith("HTTP/1.1 200 ")
                .containsIgnoringCase("content-length: 157")
                .endsWith("\r\n\r\n");
    }

    /** Netty's own rejections are empty too; those get an envelope. */
    @Test
    void answerWhenItIsAnEmptyErrorThenClientGetsItsStatus() throws Exception {
        USER_SERVICE.stubFor(
                any(anyUrl()).willReturn(aResponse().withStatus(404).withHeader("Content-Length", "0")));
        HttpResponse<String> answer = send(request(USER));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void requestWhenItIsHttp10ThenConnectionIsClosed() throws Exception {
        USER_SERVICE.stubFor(any(anyUrl()).willReturn(okJson("{}").withHeader("Content-Length", "2")));
        // reads until the connection is closed
        assertThat(sendRawSlowly("GET " + USER + " HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.0 200 ");
    }

    @Test
    void requestWhenConnectionIsRefusedThenAnotherInstanceGetsIt() throws Exception {
        upstreams.ofRoute("user-service").setInstances(List.of(closed(), closed(), stub()));
        for (int i = 0; i < 6; i++) {
            assertThat(send(request(NAME).PUT(BodyPublishers.ofString("{}"))).statusCode())
                    .isEqualTo(200);
        }
        assertThat(USER_SERVICE.getAllServeEvents())
                .hasSize(6)
                .allMatch(event -> event.getRequest().getBodyAsString().equals("{}"));
    }

    @Test
    void requestWhenThreeConnectionsAreRefusedThenAnswers503() throws Exception {
        upstreams.ofRoute("user-service").setInstances(List.of(closed(), closed(), closed(), stub()));
        List<Integer> statuses =
                IntStream.range(0, 4).mapToObj(i -> status(NAME)).toList();
        // each failure uses three of the four in turn
        assertThat(statuses).containsOnly(200, 503);
    }

    @Test
    void readWhenConnectionBreaksThenItIsSentTwice() throws Exception {
        USER_SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThat(send(request(USER)).statusCode()).isEqualTo(503);
        assertThat(USER_SERVICE.getAllServeEvents()).hasSize(2);
    }

    @Test
    void writeWhenConnectionBreaksThenItIsSentOnce() throws Exception {
        USER_SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThat(send(request(NAME).PUT(BodyPublishers.ofString("{}"))).statusCode())
                .isEqualTo(503);
        assertThat(USER_SERVICE.getAllServeEvents()).hasSize(1);
    }

    @Test
    void readWhenServiceIsNotUserServiceThenItIsSentOnce() throws Exception {
        upstreams.ofRoute("verify-service").setInstances(List.of(stub()));
        USER_SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThat(send(request(SMS_CODE)).statusCode()).isEqualTo(503);
        assertThat(USER_SERVICE.getAllServeEvents()).hasSize(1);
    }

    @Test
    void requestWhenInstancesChangeThenNewInstanceGetsIt() throws Exception {
        assertThat(send(request(SMS_CODE)).statusCode()).isEqualTo(503);
        upstreams.ofRoute("verify-service").setInstances(List.of(stub()));
        assertThat(send(request(SMS_CODE)).statusCode()).isEqualTo(200);
    }

    private int status(String path) {
        try {
            return send(request(path).PUT(BodyPublishers.ofString("{}"))).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static InetSocketAddress stub() {
        return new InetSocketAddress("localhost", USER_SERVICE.port());
    }

    /** An address where nothing listens. */
    private static InetSocketAddress closed() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return new InetSocketAddress("127.0.0.1", socket.getLocalPort());
        }
    }
}
