package io.passport.emulators.faults;

import io.passport.emulators.http.ConnectionFault;
import io.passport.emulators.http.Outcome;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An active fault. Counts how often it still applies. Safe for concurrent use: a fault for n requests hits n. */
final class Fault {

    private final FaultDefinition definition;
    private final AtomicInteger left;
    private final CountDownLatch ended = new CountDownLatch(1);

    Fault(FaultDefinition definition) {
        this.definition = definition;
        this.left = new AtomicInteger(Objects.requireNonNull(definition.times()));
    }

    FaultDefinition remaining() {
        return definition.withTimes(left.get());
    }

    boolean isExhausted() {
        return left.get() == 0;
    }

    /** Ends this fault, and releases the requests that it holds. */
    void end() {
        left.set(0);
        ended.countDown();
    }

    /** Whether this fault applies to this request to the provider; if so, counts it. */
    boolean tryClaim(Provider provider) {
        return provider.isTarget(definition.provider())
                && ThreadLocalRandom.current().nextDouble() < Objects.requireNonNull(definition.probability())
                && left.getAndUpdate(times -> times > 0 ? times - 1 : times) != 0;
    }

    /** Applies the fault. Blocks for its duration. Returns empty when processing must continue. */
    Optional<Outcome> apply(Provider provider) {
        return switch (definition.kind()) {
            case DELAY -> {
                pause();
                yield Optional.empty();
            }
            case STATUS -> Optional.of(provider.failure(Objects.requireNonNull(definition.status())));
            case HANG -> {
                pause();
                yield Optional.of(ConnectionFault.CLOSE);
            }
            case RESET -> Optional.of(ConnectionFault.RESET);
            case REFUSE -> Optional.of(ConnectionFault.CLOSE);
        };
    }

    private void pause() {
        try {
            boolean _ = ended.await(Objects.requireNonNull(definition.millis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
