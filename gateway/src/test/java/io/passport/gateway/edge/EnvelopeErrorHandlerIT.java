package io.passport.gateway.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.http.Fault;
import io.netty.handler.timeout.ReadTimeoutException;
import io.passport.gateway.GatewayIntegrationTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.support.NotFoundException;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/** What goes wrong behind the gateway and in it, and what is logged of that by anybody. */
class EnvelopeErrorHandlerIT extends GatewayIntegrationTest {

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

    @ParameterizedTest
    @EnumSource(Fault.class)
    void answers503WhenAServiceBreaksOff(Fault fault) throws Exception {
        USER_SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));
        HttpResponse<String> answer = send(request("/api/v1.0/user"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("\"errno\":\"4500\"");
        assertThat(lines()).noneMatch(line -> line.contains("fault of the gateway's own"));
    }

    @ParameterizedTest
    @MethodSource
    void knowsAnOutageByWhatTheGatewaySaysOfIt(Throwable failure) {
        assertThat(UpstreamFailure.isCauseOf(failure)).isTrue();
    }

    static Stream<Throwable> knowsAnOutageByWhatTheGatewaySaysOfIt() {
        return Stream.of(
                NotFoundException.create(false, "no instance"),
                new ServiceUnavailableException(),
                new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT),
                new ConnectException(),
                new UnknownHostException(),
                new TimeoutException(),
                ReadTimeoutException.INSTANCE,
                AbortedException.beforeSend(),
                new IllegalStateException("retries are over", new ConnectException()));
    }

    @Test
    void answers503WhileABreakerIsOpen() throws Exception {
        USER_SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        await().until(() -> {
            assertThat(send(request("/api/v1.0/users")).statusCode()).isEqualTo(503);
            return lines().stream().anyMatch(line -> line.contains("ServiceUnavailableException"));
        });
    }

    @Test
    void answersItselfAndLogsWhereWhenTheGatewayIsAtFault() throws Exception {
        HttpResponse<String> answer = send(request(FaultyFilter.PATH + "?text=of-the-query"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        assertThat(answer.body()).isEqualTo("{\"errno\":\"4500\",\"errmsg\":\"内部错误\"}");
        await().untilAsserted(() -> assertThat(lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("A fault of the gateway's own")
                        .contains("java.lang.IllegalStateException", "Caused by: ", "FaultyFilter.filter")));
        assertThat(lines()).noneMatch(line -> line.contains("of-the-query"));
    }

    /** What nobody has foreseen, before a breaker can be open. */
    @TestConfiguration
    @Order(-1)
    static class FaultyFilter implements GlobalFilter {

        static final String PATH = "/api/v1.0/passwords";

        @Override
        public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
            return exchange.getRequest().getPath().value().equals(PATH)
                    ? Mono.error(new IllegalStateException(
                            "at " + exchange.getRequest().getURI(), new NullPointerException()))
                    : chain.filter(exchange);
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

    private List<String> lines() {
        return List.copyOf(written.list).stream()
                .map(event -> event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .toList();
    }
}
