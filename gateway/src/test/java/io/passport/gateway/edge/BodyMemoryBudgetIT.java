package io.passport.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.netty.util.internal.PlatformDependent;
import io.passport.gateway.GatewayIntegrationTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.unit.DataSize;

/** Bodies that are each small enough, and together are not. A network may have 64 KB here. */
@TestPropertySource(
        properties = {
            "passport.edge.max-body-size=32KB",
            "passport.edge.max-buffered-bodies=256KB",
            "passport.edge.body-timeout=60s"
        })
class BodyMemoryBudgetIT extends GatewayIntegrationTest {

    private static final String NAME = "/api/v1.0/user/name";
    private static final EdgeProperties.RateLimit RATE =
            new EdgeProperties.RateLimit(1, 1, Duration.ofSeconds(1), false);
    private static final int LARGEST = 32 * 1024;

    @Test
    void refusesABodyWhenOthersOfItsNetworkLeaveNoRoomForItAndNoOtherNetworks() throws Exception {
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
    void givesTheRoomBackHoweverARequestEnds() throws Exception {
        for (int i = 0; i < 5; i++) {
            await().until(() -> put("127.0.0.1", LARGEST).statusCode() == 200);
            await().until(() -> chunked(LARGEST + 1).statusCode() == 413);
            beginningOfABody().close();
        }
        await().until(() -> put("127.0.0.1", LARGEST).statusCode() == 200);
    }

    @Test
    void countsWhatEachPartOfABodyTakesBesidesItsBytes() {
        BodyMemoryBudget.Reservation share =
                new BodyMemoryBudget(DataSize.ofKilobytes(80)).reservationFor("203.0.113.7");
        int parts = 0;
        while (share.take(1)) {
            parts++;
        }
        assertThat(parts).isBetween(60, 100);
    }

    @Test
    void holdsNoMoreThanItsSizeHoweverManyNetworksComeAndNothingWhenTheyHaveGone() {
        BodyMemoryBudget room = new BodyMemoryBudget(DataSize.ofKilobytes(80));
        for (int round = 0; round < 3; round++) {
            List<BodyMemoryBudget.Reservation> shares = IntStream.range(0, 12)
                    .mapToObj(i -> room.reservationFor("203.0.113." + i))
                    .toList();
            assertThat(shares.stream().filter(share -> share.take(19_000)).count())
                    .isEqualTo(4);
            shares.forEach(BodyMemoryBudget.Reservation::leave);
            assertThat(shares).noneMatch(share -> share.take(1));
        }
    }

    @Test
    void givesANetworkTwiceTheLargestBodyAtLeast() {
        DataSize limit = DataSize.ofKilobytes(64);
        DataSize tooSmall = DataSize.ofKilobytes(511);
        DataSize room = DataSize.ofKilobytes(512);
        Duration time = Duration.ofSeconds(1);
        for (DataSize[] rooms : new DataSize[][] {{tooSmall, room}, {room, tooSmall}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new EdgeProperties(
                            List.of(), List.of(), RATE, limit, limit, rooms[0], rooms[1], time, time))
                    .withMessageContaining("passport.edge");
        }
    }

    @Test
    void leavesDirectMemoryForEverythingElse() {
        DataSize limit = DataSize.ofKilobytes(64);
        DataSize room = DataSize.ofBytes(PlatformDependent.maxDirectMemory() / 2);
        Duration time = Duration.ofSeconds(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EdgeProperties(List.of(), List.of(), RATE, limit, limit, room, room, time, time))
                .withMessageContaining("direct memory");
    }

    private HttpResponse<String> put(String from, int bytes) throws Exception {
        return sendFrom(from, request(NAME).PUT(BodyPublishers.ofByteArray(new byte[bytes])));
    }

    private HttpResponse<String> chunked(int bytes) throws Exception {
        return send(request(NAME).PUT(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[bytes]))));
    }

    /** A client that stops in the midst of its body: two of them leave no room for a whole one. */
    private Socket beginningOfABody() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        String head = "PUT %s HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n".formatted(NAME, LARGEST);
        socket.getOutputStream().write((head + "x".repeat(20_000)).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
