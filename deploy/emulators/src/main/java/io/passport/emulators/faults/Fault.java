package io.passport.emulators.faults;

import io.passport.emulators.http.Cut;
import io.passport.emulators.http.Outcome;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A fault in force, which counts how often it may still strike. */
final class Fault {

    private final FaultOrder order;
    private final AtomicInteger left;
    private final CountDownLatch ended = new CountDownLatch(1);

    Fault(FaultOrder order) {
        this.order = order;
        this.left = new AtomicInteger(Objects.requireNonNull(order.times()));
    }

    FaultOrder asOrder() {
        return order.withTimes(left.get());
    }

    boolean isSpent() {
        return left.get() == 0;
    }

    /** Ends this fault, for those too whom it makes wait at the moment. */
    void end() {
        left.set(0);
        ended.countDown();
    }

    /** Decides whether this fault strikes this provider now, and if so takes one of its times. */
    boolean claims(Provider provider) {
        return order.provider().covers(provider.target())
                && ThreadLocalRandom.current().nextDouble() < Objects.requireNonNull(order.probability())
                && left.getAndUpdate(times -> times > 0 ? times - 1 : times) != 0;
    }

    /** Strikes; empty if the provider is to go on. Blocks as long as the fault lasts. */
    Optional<Outcome> strike(Provider provider) {
        return switch (order.kind()) {
            case DELAY -> {
                pause();
                yield Optional.empty();
            }
            case STATUS -> Optional.of(provider.failure(Objects.requireNonNull(order.status())));
            case HANG -> {
                pause();
                yield Optional.of(Cut.CLOSE);
            }
            case RESET -> Optional.of(Cut.RESET);
            case REFUSE -> Optional.of(Cut.CLOSE);
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
