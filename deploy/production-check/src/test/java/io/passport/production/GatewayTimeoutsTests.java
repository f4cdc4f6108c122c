package io.passport.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.StandardEnvironment;

/**
 * Each service knows how long the gateway waits for it, and checks at start-up that its own timeouts are shorter. What it
 * knows is a copy of the gateway's setting.
 */
class GatewayTimeoutsTests {

    private static final String ROUTES = "spring.cloud.gateway.server.webflux.routes";

    @ParameterizedTest
    @ValueSource(strings = {"verify-service", "user-service", "media-service"})
    void timeoutWhenTheGatewayRoutesToAServiceThenTheServiceHasTheSame(String service) {
        String known = ServiceConfiguration.of(service).under(Map.of()).getRequiredProperty("passport.gateway-timeout");

        assertThat(DurationStyle.detectAndParse(known)).isEqualTo(responseTimeout(service));
    }

    /** Of all routes to the service, which there must be. */
    private static Duration responseTimeout(String service) {
        StandardEnvironment gateway = ServiceConfiguration.of("gateway").under(Map.of());
        return IntStream.iterate(0, i -> gateway.containsProperty(route(i) + "uri"), i -> i + 1)
                .mapToObj(GatewayTimeoutsTests::route)
                .filter(route -> ("lb://" + service).equals(gateway.getProperty(route + "uri")))
                .map(route -> gateway.getRequiredProperty(route + "metadata.response-timeout", Long.class))
                .map(Duration::ofMillis)
                .distinct()
                .reduce((one, other) -> {
                    throw new AssertionError(service + " has routes with different timeouts: " + one + ", " + other);
                })
                .orElseThrow(() -> new AssertionError("No route to " + service));
    }

    private static String route(int index) {
        return ROUTES + "[" + index + "].";
    }
}
