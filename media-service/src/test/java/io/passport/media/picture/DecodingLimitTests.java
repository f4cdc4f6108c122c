package io.passport.media.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class DecodingLimitTests {

    @Test
    void refusesWhenAllSlotsStayTaken() throws Exception {
        var slots = new DecodingLimit(1, Duration.ofMillis(50));
        var taken = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            executor.execute(() -> slots.run(() -> {
                taken.countDown();
                return awaited(done);
            }));
            taken.await();
            assertThatThrownBy(() -> slots.run(() -> "never"))
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.REQERR));
            done.countDown();
        }
        assertThat(slots.run(() -> "free again")).isEqualTo("free again");
    }

    @Test
    void freesTheSlotWhenTheWorkFails() {
        var slots = new DecodingLimit(1, Duration.ofMillis(50));
        assertThatThrownBy(() -> slots.run(() -> {
                    throw new OutOfMemoryError("on purpose");
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(slots.run(() -> "free")).isEqualTo("free");
    }

    @Test
    void computesOnPlatformThreads() {
        var slots = new DecodingLimit(1, Duration.ofMillis(50));
        assertThat(slots.run(() -> Thread.currentThread().isVirtual())).isFalse();
    }

    @Test
    void hasNoMoreSlotsThanCores() {
        var settings = new PictureProperties(512, 0.9f, 1, 1, 1, 1, Duration.ofSeconds(1), Duration.ofSeconds(1), null);
        assertThat(settings.slots())
                .isPositive()
                .isLessThanOrEqualTo(Runtime.getRuntime().availableProcessors());
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
