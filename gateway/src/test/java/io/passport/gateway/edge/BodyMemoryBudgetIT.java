package io.passport.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.passport.gateway.GatewayIntegrationTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Bodies that are each small enough, and together too large. The budget of a subnet is 64 KB here. */
@TestPropertySource(
        properties = {
            "passport.edge.max-body-size=32KB",
            "passport.edge.max-buffered-bodies=256KB",
            "passport.edge.body-timeout=60s"
        })
class BodyMemoryBudgetIT extends GatewayIntegrationTest {

    private static final String NAME = "/api/v1.0/user/name";
    private static final int LARGEST = 32 * 1024;

    @Test
    void requestWhenSubnetUsesItsBudgetThenOnlyItGets429() throws Exception {
        try (Socket one = beginningOfABody();
                Socket two = beginningOfABody()) {
            await().untilAsserted(() -> {
                HttpResponse<String> refused = put("127.0.0.1", LARGEST);
                assertThat(refused.statusCode()).isEqualTo(429);
                assertThat(refused.headers().firstValue("Retry-After")).contains("1");
                assertThat(refused.body()).contains("\"errno\":\"4201\"");
            });
            assertThat(put("127.0.0.7", LARGEST).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void requestWhenItEndsInAnyWayThenMemoryIsReleased() throws Exception {
        for (int i = 0; i < 5; i++) {
            await().until(() -> put("127.0.0.1", LARGEST).statusCode() == 200);
            await().until(() -> chunked(LARGEST + 1).statusCode() == 413);
            beginningOfABody().close();
        }
        await().until(() -> put("127.0.0.1", LARGEST).statusCode() == 200);
    }

    private HttpResponse<String> put(String from, int bytes) throws Exception {
        return sendFrom(from, request(NAME).PUT(BodyPublishers.ofByteArray(new byte[bytes])));
    }

    private HttpResponse<String> chunked(int bytes) throws Exception {
        return send(request(NAME).PUT(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[bytes]))));
    }

    /** A client that stops within its body. Two of them leave too little memory for a whole body. */
    private Socket beginningOfABody() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        String head = "PUT %s HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n".formatted(NAME, LARGEST);
        socket.getOutputStream().write((head + "x".repeat(20_000)).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
