package io.passport.gateway.forwarding;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.passport.gateway.GatewayIntegrationTest;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LoggingSystem;

class ForwardingWarmUpIT extends GatewayIntegrationTest {

    private static final String ACCESS_LOG = "io.passport.gateway.edge.AccessLog";

    @Autowired
    private ForwardingWarmUp warmUp;

    @Autowired
    private InstancesHealthIndicator health;

    @Autowired
    private LoggingSystem logging;

    @Autowired
    private MeterRegistry registry;

    @Test
    void runWhenItEndsThenNoServiceHasGotARequestAndNoneIsCounted() throws Exception {
        warmUp.run(gateway());

        USER_SERVICE.verify(0, anyRequestedFor(anyUrl()));
        assertThat(registry.find("passport.gateway.requests").meters()).isEmpty();
        assertThatServicesAreCalled();
    }

    @Test
    void requestWhenTheWarmUpRunsThenAClientGetsAFailure() throws Exception {
        Thread running = Thread.ofPlatform().start(this::runUntilInterrupted);
        try {
            await().atMost(60, TimeUnit.SECONDS)
                    .untilAsserted(
                            () -> assertThat(send(request("/api/v1.0/session")).statusCode())
                                    .isEqualTo(503));
            await().atMost(60, TimeUnit.SECONDS)
                    .untilAsserted(() -> assertThat(health.health().getStatus()).hasToString("DOWN"));
            await().atMost(60, TimeUnit.SECONDS)
                    .untilAsserted(() -> assertThat(
                                    logging.getLoggerConfiguration(ACCESS_LOG).getEffectiveLevel())
                            .hasToString("WARN"));
        } finally {
            running.interrupt();
            running.join();
        }
        assertThatServicesAreCalled();
    }

    private void runUntilInterrupted() {
        try {
            while (true) {
                warmUp.run(gateway());
            }
        } catch (IOException interrupted) {
            // as at the end of its time
        }
    }

    private void assertThatServicesAreCalled() throws Exception {
        assertThat(health.health().getStatus()).hasToString("UP");
        assertThat(send(request("/api/v1.0/session")).statusCode()).isEqualTo(200);
        assertThat(logging.getLoggerConfiguration(ACCESS_LOG).getEffectiveLevel())
                .hasToString("INFO");
    }

    private URI gateway() {
        return URI.create("http://127.0.0.1:" + port);
    }
}
