package io.passport.gateway.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.passport.gateway.CapturedLog;
import io.passport.gateway.GatewayIntegrationTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A service that stops in the middle, and clients that do not wait for it. Each route has one short timeout. */
@TestPropertySource(
        properties = {
            "spring.cloud.gateway.server.webflux.routes[0].id=response",
            "spring.cloud.gateway.server.webflux.routes[0].uri=lb://response",
            "spring.cloud.gateway.server.webflux.routes[0].predicates[0]=Path=/response",
            "spring.cloud.gateway.server.webflux.routes[0].metadata.response-timeout=500ms",
            "spring.cloud.gateway.server.webflux.routes[1].id=answer",
            "spring.cloud.gateway.server.webflux.routes[1].uri=lb://answer",
            "spring.cloud.gateway.server.webflux.routes[1].predicates[0]=Path=/answer",
            "spring.cloud.gateway.server.webflux.routes[1].metadata.response-timeout=5m",
            "spring.cloud.gateway.server.webflux.routes[1].metadata.answer-timeout=500ms",
            "spring.cloud.gateway.server.webflux.routes[2].id=patient",
            "spring.cloud.gateway.server.webflux.routes[2].uri=lb://patient",
            "spring.cloud.gateway.server.webflux.routes[2].predicates[0]=Path=/patient",
            "spring.cloud.gateway.server.webflux.routes[2].metadata.response-timeout=5m",
            "spring.cloud.gateway.server.webflux.routes[2].metadata.answer-timeout=5m"
        })
class SlowServiceIT extends GatewayIntegrationTest {

    private static final int TIMEOUT_MILLIS = 20_000;
    private static final String SHORT = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n";
    private static final String LONG = "HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n";

    @RegisterExtension
    private final CapturedLog log = CapturedLog.ofEverything();

    @Autowired
    private Upstreams upstreams;

    @Autowired
    private CircuitBreakerRegistry breakers;

    private ServerSocket service;

    @BeforeEach
    void startService() throws IOException {
        service = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
        service.setSoTimeout(TIMEOUT_MILLIS);
        var address = new InetSocketAddress(service.getInetAddress(), service.getLocalPort());
        upstreams.all().forEach(upstream -> upstream.setInstances(List.of(address)));
    }

    @AfterEach
    void stopService() throws IOException {
        service.close();
    }

    @Test
    void requestWhenServiceDoesNotAnswerThenAnswers503() throws Exception {
        try (Socket client = connected("/response");
                Socket ofGateway = accepted()) {
            assertThat(read(client)).startsWith("HTTP/1.1 503 ").contains("\"errno\":\"4500\"");
            assertThat(ofGateway.getInputStream().readAllBytes()).asString().startsWith("GET /response");
        }
        assertThat(log.lines()).anyMatch(line -> line.contains("Response took longer than timeout: PT0.5S"));
        assertThat(breakers.circuitBreaker("response").getMetrics().getNumberOfFailedCalls())
                .isPositive();
    }

    @Test
    void requestWhenShortAnswerStopsThenAnswers503() throws Exception {
        try (Socket client = connected("/response");
                Socket ofGateway = accepted()) {
            write(ofGateway, SHORT + "begun");
            assertThat(read(client)).startsWith("HTTP/1.1 503 ").doesNotContain("begun");
            assertClosed(ofGateway);
        }
    }

    @Test
    void answerWhenItStopsThenConnectionIsClosed() throws Exception {
        try (Socket client = connected("/answer");
                Socket ofGateway = accepted()) {
            write(ofGateway, LONG + "begun");
            assertThat(read(client)).startsWith("HTTP/1.1 200 ").endsWith("begun");
            assertClosed(ofGateway);
        }
    }

    @Test
    void requestWhenClientIsGoneThenConnectionToServiceIsClosed() throws Exception {
        Socket client = connected("/patient");
        try (Socket ofGateway = accepted()) {
            client.close();
            assertClosed(ofGateway);
        }
        awaitEnd();
    }

    @Test
    void requestWhenClientIsGoneDuringShortAnswerThenConnectionToServiceIsClosed() throws Exception {
        Socket client = connected("/patient");
        try (Socket ofGateway = accepted()) {
            write(ofGateway, SHORT + "begun");
            client.close();
            assertClosed(ofGateway);
        }
        awaitEnd();
    }

    @Test
    void requestWhenClientIsGoneDuringLongAnswerThenConnectionToServiceIsClosed() throws Exception {
        Socket client = connected("/patient");
        try (Socket ofGateway = accepted()) {
            write(ofGateway, LONG + "begun");
            readUntil("begun", client.getInputStream());
            client.close();
            assertClosed(ofGateway);
        }
        awaitEnd();
    }

    private void awaitEnd() {
        await().until(() -> log.lines().stream().anyMatch(line -> line.startsWith("INFO GET /patient ")));
        assertThat(breakers.circuitBreaker("patient").getMetrics().getNumberOfFailedCalls())
                .isZero();
    }

    private Socket connected(String path) throws IOException {
        Socket client = new Socket("127.0.0.1", port);
        client.setSoTimeout(TIMEOUT_MILLIS);
        write(client, "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        return client;
    }

    /** The gateway's connection, after the service has received a request. */
    private Socket accepted() throws IOException {
        Socket ofGateway = service.accept();
        ofGateway.setSoTimeout(TIMEOUT_MILLIS);
        return ofGateway;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String read(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void assertClosed(Socket ofGateway) throws IOException {
        try {
            ofGateway.getInputStream().readAllBytes();
        } catch (SocketTimeoutException stillOpen) {
            throw stillOpen;
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }

    private static void readUntil(String end, InputStream stream) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int next = stream.read();
            assertThat(next).as("what follows '%s'", read).isNotNegative();
            read.append((char) next);
        }
    }
}
