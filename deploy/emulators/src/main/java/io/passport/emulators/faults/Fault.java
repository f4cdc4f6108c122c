package io.passport.emulators.faults;

import io.passport.emulators.http.ConnectionFault;
import io.passport.emulators.http.Outcome;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A fault in force, which counts how often it may still apply. */
final class Fault {

    private final FaultDefinition order;
    private final AtomicInteger left;
    private final CountDownLatch ended = new CountDownLatch(1);

    Fault(FaultDefinition order) {
        this.order = order;
        this.left = new AtomicInteger(Objects.requireNonNull(order.times()));
    }

    FaultDefinition remaining() {
        return order.withTimes(left.get());
    }

    boolean isExhausted() {
        return left.get() == 0;
    }

    /** Ends this fault, for those too whom it makes wait at the moment. */
    void end() {
        left.set(0);
        ended.countDown();
    }

    /** Decides whether this fault strikes this provider now, and if so takes one of its times. */
    boolean tryClaim(Provider provider) {
        return order.provider().covers(provider.target())
                && ThreadLocalRandom.current().nextDouble() < Objects.requireNonNull(order.probability())
                && left.getAndUpdate(times -> times > 0 ? times - 1 : times) != 0;
    }

    /** Strikes; empty if the provider is to go on. Blocks as long as the fault hasDuration. */
    Optional<Outcome> apply(Provider provider) {
        return switch (order.kind()) {
            case DELAY -> {
                pause();
                yield Optional.empty();
            }
            case STATUS -> Optional.of(provider.failure(Objects.requireNonNull(order.status())));
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
            boolean _ = ended.await(Objects.requireNonNull(order.millis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
