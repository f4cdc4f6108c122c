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
 * Each service checks at start-up that its own timeouts are shorter than the gateway's. It compares them with a copy of the
 * gateway's setting; this test checks that the copy is right.
 */
class GatewayTimeoutsTests {

    private static final String ROUTES = "spring.cloud.gateway.server.webflux.routes";

    @ParameterizedTest
    @ValueSource(strings = {"verify-service", "user-service", "media-service"})
    void timeoutWhenTheGatewayRoutesToAServiceThenTheServiceHasTheSame(String service) {
        String known = ServiceConfiguration.of(service)
                .withVariables(Map.of())
                .getRequiredProperty("passport.gateway-timeout");

        assertThat(DurationStyle.detectAndParse(known)).isEqualTo(responseTimeout(service));
    }

    /** The timeouts of all routes to the service. There must be at least one route. */
    private static Duration responseTimeout(String service) {
        StandardEnvironment gateway = ServiceConfiguration.of("gateway").withVariables(Map.of());
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
