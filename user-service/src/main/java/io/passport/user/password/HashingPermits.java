package io.passport.user.password;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.passport.common.api.ApiException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Limits how much of an instance password hashing uses. The bulkhead {@code password-hashing} allows few hashes at the same
 * time. While others wait, each permit rests after a hash for as long as the hash took, so a flood of sign-ins uses a quarter of
 * the machine and slows only itself. Without others the permit is free at once. The bulkhead {@code password-hashing-queue}
 * limits how many run or wait.
 */
final class HashingPermits {

    private final Bulkhead queue;
    private final Bulkhead permits;
    private final Duration maxWait;
    private final BiConsumer<Duration, Runnable> timer;
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * The permits of one instance.
     *
     * @param timer runs a task after a time
     */
    HashingPermits(
            PasswordHashingProperties properties, BulkheadRegistry bulkheads, BiConsumer<Duration, Runnable> timer) {
        this.maxWait = properties.maxWait();
        this.queue = bulkheads.bulkhead("password-hashing-queue", config(properties.queueSize(), Duration.ZERO));
        this.permits = bulkheads.bulkhead("password-hashing", config(properties.permits(), maxWait));
        this.timer = timer;
    }

    /**
     * Waits for a permit and runs the work with it.
     *
     * @throws ApiException {@code 4201} when the queue is full or the wait takes longer than {@code max-wait}
     */
    <T> T run(Supplier<T> work) {
        awaitPermit();
        long startedAt = System.nanoTime();
        try {
            return work.get();
        } finally {
            release(Duration.ofNanos(System.nanoTime() - startedAt));
        }
    }

    private void awaitPermit() {
        waiting.incrementAndGet();
        try {
            acquire();
        } finally {
            waiting.decrementAndGet();
        }
    }

    private void acquire() {
        if (!queue.tryAcquirePermission()) {
            throw ApiException.tooManyRequests(maxWait);
        }
        if (!permits.tryAcquirePermission()) {
            queue.onComplete();
            throw ApiException.tooManyRequests(maxWait);
        }
    }

    private void release(Duration worked) {
        queue.onComplete();
        if (waiting.get() == 0) {
            permits.onComplete();
        } else {
            timer.accept(worked, permits::onComplete);
        }
    }

    private static BulkheadConfig config(int maxConcurrent, Duration maxWait) {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(maxConcurrent)
                .maxWaitDuration(maxWait)
                .build();
    }
}
