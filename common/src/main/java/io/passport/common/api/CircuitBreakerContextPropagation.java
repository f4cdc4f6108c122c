package io.passport.common.api;

import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.client.circuitbreaker.Customizer;

/** A breaker's time limit runs the call in another thread: this takes the request's id along, into its log and onward. */
final class CircuitBreakerContextPropagation implements Customizer<Resilience4JCircuitBreakerFactory>, AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Override
    public void customize(Resilience4JCircuitBreakerFactory breakers) {
        ContextRegistry registry =
                new ContextRegistry().registerThreadLocalAccessor(new Slf4jThreadLocalAccessor(RequestId.LOG_FIELD));
        ContextSnapshotFactory snapshots =
                ContextSnapshotFactory.builder().contextRegistry(registry).build();
        breakers.configureExecutorService(ContextExecutorService.wrap(threads, snapshots));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
