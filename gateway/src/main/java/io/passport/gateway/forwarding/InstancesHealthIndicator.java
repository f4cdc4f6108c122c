package io.passport.gateway.forwarding;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Part of the readiness: {@code DOWN} until the first list of instances of each service has arrived, be it empty. A gateway
 * without lists would answer each request with 503.
 */
@Component
class InstancesHealthIndicator implements HealthIndicator {

    private final Upstreams upstreams;

    InstancesHealthIndicator(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    @Override
    public Health health() {
        boolean known = upstreams.all().stream()
                .allMatch(upstream -> upstream.instances().areKnown());
        return (known ? Health.up() : Health.down()).build();
    }
}
