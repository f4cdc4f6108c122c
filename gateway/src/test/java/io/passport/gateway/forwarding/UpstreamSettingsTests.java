package io.passport.gateway.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.cloud.gateway.route.RouteDefinition;

class UpstreamSettingsTests {

    @Test
    void ofWhenMetadataIsCompleteThenValuesAreRead() {
        assertThat(UpstreamSettings.of(route(
                        "lb://a-service", Map.of("response-timeout", 7000, "answer-timeout", "9s", "retry-get", true))))
                .isEqualTo(new UpstreamSettings("a-service", Duration.ofSeconds(7), Duration.ofSeconds(9), true));
    }

    @Test
    void ofWhenOnlyResponseTimeoutIsSetThenOthersHaveDefaults() {
        assertThat(UpstreamSettings.of(route("lb://a-service", Map.of("response-timeout", 7000))))
                .isEqualTo(new UpstreamSettings("a-service", Duration.ofSeconds(7), Duration.ofMinutes(1), false));
    }

    @Test
    void ofWhenResponseTimeoutIsMissingThenFails() {
        assertThatThrownBy(() -> UpstreamSettings.of(route("lb://a-service", Map.of())))
                .hasMessageContaining("Route a has no response-timeout");
    }

    @Test
    void ofWhenKeyIsUnknownThenFails() {
        RouteDefinition route = route("lb://a-service", Map.of("response-timeout", 7000, "retry-put", true));
        assertThatThrownBy(() -> UpstreamSettings.of(route)).hasStackTraceContaining("retry-put");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a-service", "lb:///path", "lb://a_service"})
    void ofWhenUriIsNotLoadBalancedThenFails(String uri) {
        RouteDefinition route = route(uri, Map.of("response-timeout", 7000));
        assertThatThrownBy(() -> UpstreamSettings.of(route)).hasMessageContaining("Route a: not lb://<service>");
    }

    private static RouteDefinition route(String uri, Map<String, Object> metadata) {
        RouteDefinition route = new RouteDefinition();
        route.setId("a");
        route.setUri(URI.create(uri));
        route.setMetadata(metadata);
        return route;
    }
}
