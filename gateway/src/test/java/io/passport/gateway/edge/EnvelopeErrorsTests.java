package io.passport.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.passport.gateway.GatewayTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What goes wrong behind the gateway and in it, and what is logged of that by anybody. */
class EnvelopeErrorsTests extends GatewayTest {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final ServerSocket VERIFY_SERVICE = listening();

    private final Logger all = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    private static ServerSocket listening() {
        try {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            socket.setSoTimeout(PATIENCE_MILLIS);
            return socket;
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @DynamicPropertySource
    static void verifyService(DynamicPropertyRegistry properties) {
        properties.add(
                "spring.cloud.discovery.client.simple.instances.verify-service[0].uri",
                () -> "http://127.0.0.1:" + VERIFY_SERVICE.getLocalPort());
    }

    @BeforeEach
    void listen() {
        written.start();
        all.addAppender(written);
    }

    @AfterEach
    void stop() {
        all.detachAppender(written);
    }

    @Test
    void logsNoQueryWhenAnAnswerBreaksOff() throws Exception {
        try (Socket client = new Socket("127.0.0.1", port)) {
            client.setSoTimeout(PATIENCE_MILLIS);
            write(client, "GET /api/v1.0/smscode/13800001234?text=of-the-query HTTP/1.1\r\nHost: localhost\r\n\r\n");
            try (Socket service = VERIFY_SERVICE.accept()) {
                // an answer of this type is passed on piece by piece
                write(service, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 99\r\n\r\nbegun");
                readUntil("begun", client.getInputStream());
            }
            await().until(() -> lines().stream().anyMatch(line -> line.contains("an answer broke off: ")));
            await().until(() -> lines().stream().anyMatch(line -> line.startsWith("GET /api/v1.0/smscode/***")));
        }
        assertThat(lines()).noneMatch(line -> line.contains("13800001234") || line.contains("of-the-query"));
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void readUntil(String end, InputStream stream) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int next = stream.read();
            assertThat(next).as("what follows '%s'", read).isNotNegative();
            read.append((char) next);
        }
    }

    private List<String> lines() {
        return List.copyOf(written.list).stream()
                .map(event -> event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .toList();
    }
}
