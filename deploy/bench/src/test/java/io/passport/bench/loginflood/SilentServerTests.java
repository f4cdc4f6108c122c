package io.passport.bench.loginflood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that sends nothing, or half an answer, does not block the benchmark. */
class SilentServerTests {

    private static final String NO_BYTES = "";
    private static final String HALF_AN_ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf";
    private static final Duration TIMEOUT = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {NO_BYTES, HALF_AN_ANSWER})
    void readWhenTheServerIsSilentThenItHasFailed(String beginning) {
        answer(beginning);
        ReadTimes reads = assertTimeoutPreemptively(LIMIT, () -> {
            try (ConstantRateReaders readers =
                    new ConstantRateReaders(address(), List.of("session=one"), 50, TIMEOUT)) {
                return readers.readFor(Duration.ofMillis(100));
            }
        });
        assertThat(reads.failed()).isEqualTo(5);
        assertThat(reads.times().getTotalCount()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {NO_BYTES, HALF_AN_ANSWER})
    void attemptWhenTheServerIsSilentThenItIsCountedAsNoAnswer(String beginning) {
        answer(beginning);
        var attempts = assertTimeoutPreemptively(LIMIT, () -> {
            WrongPasswordFlood flood = WrongPasswordFlood.at(address(), Scenario.ONE_ADDRESS, TIMEOUT);
            flood.close();
            return flood.answers();
        });
        assertThat(attempts).containsOnlyKeys("no answer");
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private void answer(String beginning) {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Socket connection = server.accept();
                    connections.add(connection);
                    connection.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException closed) {
                // the end of the test
            }
        });
    }
}
