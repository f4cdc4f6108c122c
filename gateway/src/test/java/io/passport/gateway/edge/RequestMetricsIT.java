package io.passport.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.passport.gateway.GatewayIntegrationTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class RequestMetricsIT extends GatewayIntegrationTest {

    @Autowired
    private MeterRegistry registry;

    @ParameterizedTest
    @CsvSource({
        "/api/v1.0/nothing, none, 42",
        "/api/v1.0/smscode/13800001234, verify-service, 45",
    })
    void requestWhenGatewayAnswersThenTimerHasRouteAndErrno(String path, String route, String errno) throws Exception {
        long before = count(route, errno);
        send(request(path));
        await().untilAsserted(() -> assertThat(count(route, errno)).isEqualTo(before + 1));
        assertThat(registry.find("http.server.requests").timers()).isEmpty();
    }

    private long count(String route, String errno) {
        return registry.find("passport.gateway.requests").tags("route", route, "errno", errno).timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }
}
