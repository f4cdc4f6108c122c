package io.passport.user.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.passport.common.api.ApiException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HashingPermitsTests {

    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static final Duration LONG = Duration.ofSeconds(50);

    private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
    private final Queue<Runnable> resting = new ConcurrentLinkedQueue<>();
    private final CountDownLatch endFirst = new CountDownLatch(1);

    @Test
    void runWhenNoOtherWaitsThenThePermitDoesNotRest() {
        HashingPermits permits = permits(1, Duration.ZERO);
        assertThat(permits.run(() -> "first")).isEqualTo("first");
        assertThat(permits.run(() -> "second")).isEqualTo("second");
        assertThat(resting).isEmpty();
    }

    @Test
    void runWhenAnotherWaitsThenThePermitRestsFirst() {
        HashingPermits permits = permits(1, LONG);
        CompletableFuture<String> first = begin(permits);
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> permits.run(() -> "second"), THREADS);
        awaitInQueue(2);
        endFirst.countDown();
        assertThat(first.join()).isEqualTo("first");
        assertThat(resting).hasSize(1);
        assertThat(second).isNotDone();
        resting.remove().run();
        assertThat(second.join()).isEqualTo("second");
        assertThat(resting).isEmpty();
    }

    @Test
    void runWhenTheWorkFailsThenThePermitIsFree() {
        HashingPermits permits = permits(1, Duration.ZERO);
        assertThatThrownBy(() -> permits.run(() -> {
                    throw new IllegalStateException("failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(permits.run(() -> "next")).isEqualTo("next");
    }

    @Test
    void runWhenTheQueueIsFullThenRejects() {
        HashingPermits permits = permits(0, LONG);
        CompletableFuture<String> first = begin(permits);
        assertThatThrownBy(() -> permits.run(() -> "second")).isInstanceOf(ApiException.class);
        endFirst.countDown();
        assertThat(first.join()).isEqualTo("first");
    }

    @Test
    void runWhenTheWaitIsTooLongThenRejects() {
        HashingPermits permits = permits(1, Duration.ZERO);
        CompletableFuture<String> first = begin(permits);
        assertThatThrownBy(() -> permits.run(() -> "second")).isInstanceOf(ApiException.class);
        endFirst.countDown();
        assertThat(first.join()).isEqualTo("first");
    }

    private HashingPermits permits(int maxQueued, Duration maxWait) {
        return new HashingPermits(
                new PasswordHashingProperties(1, maxQueued, maxWait),
                bulkheads,
                (rest, release) -> resting.add(release));
    }

    /** Begins work that lasts until {@link #endFirst}, and returns when it has the permit. */
    private CompletableFuture<String> begin(HashingPermits permits) {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(
                () -> permits.run(() -> {
                    begun.countDown();
                    awaitLatch(endFirst);
                    return "first";
                }),
                THREADS);
        awaitLatch(begun);
        return first;
    }

    /** Until this many run or wait, and all but one wait for the permit. */
    private void awaitInQueue(int count) {
        var queue = bulkheads.bulkhead("password-hashing-queue").getMetrics();
        await().until(() -> queue.getMaxAllowedConcurrentCalls() - queue.getAvailableConcurrentCalls() == count);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
