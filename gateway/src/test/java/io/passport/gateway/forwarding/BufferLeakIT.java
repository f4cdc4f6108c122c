package io.passport.gateway.forwarding;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetector.Level;
import io.passport.gateway.CapturedLog;
import io.passport.gateway.GatewayIntegrationTest;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Netty logs an error when a buffer is collected that was not released. */
class BufferLeakIT extends GatewayIntegrationTest {

    private static final String NAME = "/api/v1.0/user/name";
    private static final String BODY = "x".repeat(20_000);

    @RegisterExtension
    private final CapturedLog log = CapturedLog.of(ResourceLeakDetector.class.getName());

    private final Level usual = ResourceLeakDetector.getLevel();

    @Autowired
    private Upstreams upstreams;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @BeforeEach
    void trackAllBuffers() {
        ResourceLeakDetector.setLevel(Level.PARANOID);
    }

    @AfterEach
    void trackAsUsual() {
        ResourceLeakDetector.setLevel(usual);
        upstreams.ofRoute("user-service").setInstances(List.of(stub()));
    }

    @Test
    void requestWhenItEndsInAnyWayThenBuffersAreReleased() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(put()).isEqualTo(200);
            USER_SERVICE.stubFor(any(anyUrl()).willReturn(okJson(BODY.repeat(20))));
            assertThat(put()).isEqualTo(200);
            for (Fault fault : Fault.values()) {
                USER_SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));
                assertThat(put()).isEqualTo(503);
            }
            stubUserService();
            leaveWhileServiceIsAsked();
            upstreams.ofRoute("user-service").setInstances(List.of(new InetSocketAddress("127.0.0.1", 1), stub()));
            assertThat(put()).isEqualTo(200);
            upstreams.ofRoute("user-service").setInstances(List.of(new InetSocketAddress("127.0.0.1", 1)));
            assertThat(put()).isEqualTo(503);
            upstreams.ofRoute("user-service").setInstances(List.of());
            assertThat(put()).isEqualTo(503);
            upstreams.ofRoute("user-service").setInstances(List.of(stub()));
            breakers.circuitBreaker("user-service").reset();
            collect();
        }
        assertThat(log.lines()).noneMatch(line -> line.contains("LEAK"));
    }

    @Test
    void collectWhenABufferWasNotReleasedThenItIsLogged() {
        await().until(() -> {
            ByteBufAllocator.DEFAULT.buffer(9);
            collect();
            return log.lines().stream().anyMatch(line -> line.contains("LEAK"));
        });
    }

    private int put() throws Exception {
        return send(request(NAME).PUT(BodyPublishers.ofString(BODY))).statusCode();
    }

    private void leaveWhileServiceIsAsked() throws Exception {
        USER_SERVICE.resetRequests();
        USER_SERVICE.stubFor(any(anyUrl()).willReturn(okJson(BODY).withFixedDelay(500)));
        try (Socket client = new Socket("127.0.0.1", port)) {
            String head = "PUT %s HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n".formatted(NAME, BODY.length());
            client.getOutputStream().write((head + BODY).getBytes(StandardCharsets.US_ASCII));
            await().until(() -> !receivedNothing());
        }
        stubUserService();
    }

    /** Leaks are noticed at the next buffer after a collection. */
    private static void collect() {
        System.gc();
        ByteBuf next = ByteBufAllocator.DEFAULT.buffer(9);
        next.release();
    }

    private static InetSocketAddress stub() {
        return new InetSocketAddress("localhost", USER_SERVICE.port());
    }
}
