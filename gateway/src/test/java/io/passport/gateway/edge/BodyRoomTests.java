package io.passport.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.passport.gateway.GatewayTest;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Bodies that are each small enough, and together are not. */
@TestPropertySource(properties = {"passport.edge.body-room=64KB", "passport.edge.body-time=60s"})
class BodyRoomTests extends GatewayTest {

    private static final String NAME = "/api/v1.0/user/name";

    @Test
    void refusesABodyWhenOthersThatAreUnderWayLeaveNoRoomForIt() throws Exception {
        try (Socket other = halfOf(60_000)) {
            await().untilAsserted(() -> {
                HttpResponse<String> refused = put(50_000);
                assertThat(refused.statusCode()).isEqualTo(429);
                assertThat(refused.headers().firstValue("Retry-After")).contains("1");
                assertThat(refused.body()).contains("\"errno\":\"4201\"");
            });
            assertThat(put(1_000).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void givesTheRoomBackHoweverARequestEnds() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(put(50_000).statusCode()).isEqualTo(200);
            assertThat(put(70_000).statusCode()).isEqualTo(413);
            try (Socket gone = halfOf(60_000)) {
                await().until(() -> put(50_000).statusCode() == 429);
            }
            await().until(() -> put(50_000).statusCode() == 200);
        }
    }

    private HttpResponse<String> put(int bytes) throws Exception {
        return send(request(NAME).PUT(BodyPublishers.ofByteArray(new byte[bytes])));
    }

    /** A client that stops in the midst of its body. */
    private Socket halfOf(int bytes) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        String head = "PUT %s HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n".formatted(NAME, bytes);
        socket.getOutputStream().write((head + "x".repeat(bytes / 2)).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
