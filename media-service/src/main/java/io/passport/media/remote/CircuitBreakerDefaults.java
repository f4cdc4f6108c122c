package io.passport.media.remote;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.time.Duration;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.client.circuitbreaker.Customizer;

/** Gives circuit breakers this service's habits and each its own time limit. */
public final class CircuitBreakerDefaults {

    private final CircuitBreakerConfig breaker;

    CircuitBreakerDefaults(CircuitBreakerProperties settings) {
        this.breaker = CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.window())
                .minimumNumberOfCalls(settings.minimumCalls())
                .failureRateThreshold(settings.failureRate())
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(settings.probes())
                .build();
    }

    /**
     * Breakers whose calls are given up after a while.
     *
     * @param limit longer than the timeouts within the call together, so that it only ends what trickles
     * @param breakers their names
     */
    public Customizer<Resilience4JCircuitBreakerFactory> within(Duration limit, String... breakers) {
        TimeLimiterConfig time =
                TimeLimiterConfig.custom().timeoutDuration(limit).build();
        return factory -> {
            // the factory looks limits up in its registry alone, and takes one second where it finds none
            for (String name : breakers) {
                factory.getTimeLimiterRegistry().addConfiguration(name, time);
            }
            factory.configure(named -> named.circuitBreakerConfig(breaker).build(), breakers);
        };
    }
}
