package io.passport.gateway.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.http.Fault;
import io.passport.gateway.BlockingCalls;
import io.passport.gateway.CapturedLog;
import io.passport.gateway.GatewayIntegrationTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.Order;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Failures of services and of the gateway: what is answered, and what all loggers write about them. */
class EnvelopeErrorHandlerIT extends GatewayIntegrationTest {

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final ServerSocket VERIFY_SERVICE = listening();

    @RegisterExtension
    private final CapturedLog log = CapturedLog.ofEverything();

    private static ServerSocket listening() {
        try {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            socket.setSoTimeout(TIMEOUT_MILLIS);
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

    @Test
    void answerWhenItBreaksOffThenLogHasNoQuery() throws Exception {
        try (Socket client = new Socket("127.0.0.1", port)) {
            client.setSoTimeout(TIMEOUT_MILLIS);
            write(client, "GET /api/v1.0/smscode/13800001234?text=of-the-query HTTP/1.1\r\nHost: localhost\r\n\r\n");
            try (Socket service = VERIFY_SERVICE.accept()) {
                // too long to be held in memory, so the beginning is passed on at once
                write(service, "HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\nbegun");
                readUntil("begun", client.getInputStream());
            }
            awaitBrokenAnswerInLog();
            assertThat(client.getInputStream().read()).isNegative();
        }
    }

    @Test
    void answerWhenItIsShortAndBreaksOffThenAnswers503() throws Exception {
        try (Socket client = new Socket("127.0.0.1", port)) {
            client.setSoTimeout(TIMEOUT_MILLIS);
            write(
                    client,
                    "GET /api/v1.0/smscode/13800001234?text=of-the-query HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            try (Socket service = VERIFY_SERVICE.accept()) {
                write(service, "HTTP/1.1 200 OK\r\nX-Of-Service: 1\r\nContent-Length: 99\r\n\r\nbegun");
            }
            awaitBrokenAnswerInLog();
            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("\"errno\":\"4500\"")
                    .doesNotContain("X-Of-Service", "begun");
        }
    }

    private void awaitBrokenAnswerInLog() {
        await().until(() -> log.lines().stream().anyMatch(line -> line.contains("its answer broke off: ")));
        await().until(() -> log.lines().stream().anyMatch(line -> line.startsWith("INFO GET /api/v1.0/smscode/***")));
        assertThat(log.lines()).noneMatch(line -> line.contains("13800001234") || line.contains("of-the-query"));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void requestWhenServiceBreaksOffThenAnswers503(Fault fault) throws Exception {
        USER_SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));
        HttpResponse<String> answer = send(request("/api/v1.0/user"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("\"errno\":\"4500\"");
        assertThat(log.lines()).noneMatch(line -> line.contains("Internal error"));
    }

    @Test
    void requestWhenCircuitBreakerIsOpenThenAnswers503() throws Exception {
        USER_SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        await().until(() -> {
            assertThat(send(request("/api/v1.0/users")).statusCode()).isEqualTo(503);
            return log.lines().stream().anyMatch(line -> line.contains("ServiceUnavailableException"));
        });
    }

    @Test
    void requestWhenFilterFailsThenInternalErrorIsAnsweredAndLogged() throws Exception {
        HttpResponse<String> answer = send(request(FaultyFilter.PATH + "?text=of-the-query"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        assertThat(answer.body()).isEqualTo("{\"errno\":\"4500\",\"errmsg\":\"内部错误\"}");
        await().untilAsserted(() -> assertThat(log.lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("ERROR Internal error")
                        .contains("java.lang.IllegalStateException", "Caused by: ", "FaultyFilter.filter")));
        assertThat(log.lines()).noneMatch(line -> line.contains("of-the-query"));
    }

    @Test
    void requestWhenFilterBlocksThenBlockHoundReportsIt() throws Exception {
        send(request(FaultyFilter.BLOCKING_PATH));
        assertThat(BlockingCalls.removeAll()).singleElement().asString().contains("sleep");
    }

    /** Fails or blocks before the circuit breaker sees the request. */
    @TestConfiguration
    @Order(-1)
    static class FaultyFilter implements GlobalFilter {

        static final String PATH = "/api/v1.0/passwords";
        static final String BLOCKING_PATH = "/api/v1.0/sessions";

        @Override
        public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
            return switch (exchange.getRequest().getPath().value()) {
                case PATH ->
                    Mono.error(new IllegalStateException(
                            "at " + exchange.getRequest().getURI(), new NullPointerException()));
                case BLOCKING_PATH -> Mono.fromRunnable(FaultyFilter::block);
                default -> chain.filter(exchange);
            };
        }

        private static void block() {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
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
}
