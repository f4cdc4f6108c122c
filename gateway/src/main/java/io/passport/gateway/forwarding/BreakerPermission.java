package io.passport.gateway.forwarding;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The permission of a circuit breaker for one request. Only the first outcome counts: the client may close the connection on one
 * thread while the answer arrives on another.
 */
final class BreakerPermission {

    private final CircuitBreaker breaker;
    private final long acquiredAt;
    private final AtomicBoolean used = new AtomicBoolean();

    /** Call it only after {@code tryAcquirePermission} has returned true. */
    BreakerPermission(CircuitBreaker breaker) {
        this.breaker = breaker;
        this.acquiredAt = breaker.getCurrentTimestamp();
    }

    void succeeded() {
        if (used.compareAndSet(false, true)) {
            breaker.onSuccess(duration(), breaker.getTimestampUnit());
        }
    }

    void failed(Throwable failure) {
        if (used.compareAndSet(false, true)) {
            breaker.onError(duration(), breaker.getTimestampUnit(), failure);
        }
    }

    /** Without an outcome: the client closed the connection. Does nothing after an outcome. */
    void release() {
        if (used.compareAndSet(false, true)) {
            breaker.releasePermission();
        }
    }

    private long duration() {
        return breaker.getCurrentTimestamp() - acquiredAt;
    }
}
