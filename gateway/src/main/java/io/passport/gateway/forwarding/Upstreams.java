package io.passport.gateway.forwarding;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.cloud.gateway.route.RouteDefinition;
import org.springframework.stereotype.Component;
import reactor.netty.http.client.HttpClient;

/** The services of the routes in {@code application.yml}. A route with wrong settings ends the start. */
@Component
class Upstreams {

    private final Map<String, Upstream> byRoute;

    Upstreams(GatewayProperties gateway, CircuitBreakerRegistry breakers, HttpClient http, RequestHeaders headers) {
        Function<RouteDefinition, Upstream> toUpstream = route -> {
            UpstreamSettings settings = UpstreamSettings.of(route);
            return new Upstream(settings, breakers.circuitBreaker(settings.service()), http, headers);
        };
        this.byRoute = gateway.getRoutes().stream().collect(Collectors.toMap(RouteDefinition::getId, toUpstream));
    }

    Upstream ofRoute(String id) {
        return Objects.requireNonNull(byRoute.get(id), "no such route");
    }

    Collection<Upstream> all() {
        return byRoute.values();
    }
}
