package io.passport.common.context;

import java.util.concurrent.ExecutorService;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.client.circuitbreaker.Customizer;

/**
 * Keeps the request id in calls behind a circuit breaker, whose time limit runs them in another thread: a virtual thread for
 * each call, without a maximum. Ending the service interrupts running calls.
 */
final class CircuitBreakerContextPropagation implements Customizer<Resilience4JCircuitBreakerFactory>, AutoCloseable {

    private final ExecutorService threads = ContextExecutors.virtualThreads();

    @Override
    public void customize(Resilience4JCircuitBreakerFactory breakers) {
        breakers.configureExecutorService(threads);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
