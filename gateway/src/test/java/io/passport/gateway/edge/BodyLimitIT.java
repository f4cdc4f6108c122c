package io.passport.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.passport.gateway.CapturedLog;
import io.passport.gateway.GatewayIntegrationTest;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyLimitIT extends GatewayIntegrationTest {

    private static final String CHUNKED = "PUT /api/v1.0/user/name HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";

    @RegisterExtension
    private final CapturedLog log = CapturedLog.of("io.passport.gateway");

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n{}\r\n0\r\n\r\n", "2\r\n{}\r\nzz\r\n", "-1\r\n{}\r\n"})
    void requestWhenAChunkSizeIsMalformedThenAnswers400AndServiceReceivesNothing(String body) throws Exception {
        assertThat(sendRawSlowly(CHUNKED + body)).startsWith("HTTP/1.1 400 ").contains("\"errno\":\"4103\"");
        assertOnlyAccessLog();
        assertThat(receivedNothing()).isTrue();
    }

    @Test
    void requestWhenClientClosesDuringTheBodyThenLogsNoFault() throws Exception {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            client.getOutputStream().write((CHUNKED + "2\r\n{}\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        assertOnlyAccessLog();
    }

    @Test
    void requestWhenClientExpectsContinueThenServiceReceivesTheBody() throws Exception {
        String body = "x".repeat(60_000);
        assertThat(send(request("/api/v1.0/user/name").expectContinue(true).PUT(BodyPublishers.ofString(body)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(receivedRequest().getBodyAsString()).isEqualTo(body);
    }

    private void assertOnlyAccessLog() {
        await().untilAsserted(() ->
                assertThat(log.lines()).singleElement().asString().startsWith("INFO PUT /api/v1.0/user/name "));
    }
}
