package io.passport.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.common.internalcall.Caller;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cloud.openfeign.support.FeignHttpMessageConverters;

@ExtendWith(OutputCaptureExtension.class)
class WireIT extends IntegrationTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "null",
                "\"x\"",
                "1",
                "{",
                "{}",
                "{\"name\":null}",
                "{\"name\":1}",
                "{\"name\":true}",
                "{\"name\":[]}",
                "{\"name\":{}}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":\"<b>\"}",
                "{\"name\":\"a\"} x"
            })
    void callWhenTheBodyIsInvalidThenRefusedInTheEnvelope(String body) {
        HttpResponse<String> answer = call("PUT", "/api/v1.0/user/name", body, 1L);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{\"errno\":\"4103\"");
    }

    /** Tomcat closes a connection after 100 requests by default. */
    @Test
    void callWhenOneConnectionSendsManyThenItStaysOpen() throws IOException {
        int requests = 150;
        String request = "GET /api/v1.0/user HTTP/1.1\r\nHost: localhost\r\n";
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(((request + "\r\n").repeat(requests - 1) + request + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers.split("HTTP/1.1 403", -1)).hasSize(requests + 1);
        }
    }

    @Test
    void startWhenDoneThenFeignsConvertersAreReady(@Autowired FeignHttpMessageConverters converters) {
        assertThat(converters.getConverters()).isNotEmpty();
    }

    @Test
    void callWhenJsonIsDeepThenRefused() {
        String deep = "[".repeat(400) + "]".repeat(400);
        assertThat(call("PUT", "/api/v1.0/user/name", deep, 1L).body()).startsWith("{\"errno\":\"4103\"");
        assertThat(call("PUT", "/api/v1.0/user/name", "{\"name\":" + deep + "}", 1L)
                        .body())
                .startsWith("{\"errno\":\"4103\"");
        assertThat(call("PUT", "/api/v1.0/user/name", "[".repeat(20_000), 1L).body())
                .startsWith("{\"errno\":\"4103\"");
    }

    @Test
    void callWhenNotSignedInThenTheBodyIsNotRead() {
        assertThat(call("PUT", "/api/v1.0/user/name", "{", null).body())
                .isEqualTo("{\"errno\":\"4101\",\"errmsg\":\"用户未登录\"}");
    }

    @Test
    void callWhenMethodOrPathIsUnknownThenTheHttpStatusTellsIt() {
        assertThat(call("POST", "/api/v1.0/user/name", "{}", 1L).statusCode()).isEqualTo(405);
        assertThat(call("GET", "/api/v1.0/nothing", null, 1L).statusCode()).isEqualTo(404);
        assertThat(call("GET", "/api/v1.0/nothing", null, 1L).body()).startsWith("{\"errno\":\"4201\"");
    }

    @Test
    void callWhenTheRequestIsNotHttpThenAnsweredInTheEnvelope() throws IOException {
        assertThat(raw("GARBAGE\r\n\r\n")).startsWith("HTTP/1.1 400").contains("{\"errno\":\"4103\"");
        assertThat(raw("GET /<x> HTTP/1.1\r\nHost: a\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("{\"errno\":\"4103\"")
                .doesNotContain("<h");
        assertThat(raw("GET /error HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAccept: text/html\r\n\r\n"))
                .startsWith("HTTP/1.1 403")
                .contains("{\"errno\":\"4201\"");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void callWhenHeadersAreAsLargeAsTheGatewayAllowsThenAccepted() {
        Caller nobody = new Caller("gateway", null, address, Instant.now(), null);
        assertThat(send("GET", "/api/v1.0/session", null, nobody, "x".repeat(16_000))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void callWhenTheTargetIsNotHttpThenItIsNotLogged(CapturedOutput output) throws IOException {
        assertThat(raw("GET /api/v1.0/session?text=[SECRET] HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
        assertThat(output).doesNotContain("SECRET");
    }
}
