package io.passport.media.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.common.api.RequestId;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class DecodingBulkheadTests {

    @Test
    void runWhenTheBulkheadIsFullThenItIsRejected() throws Exception {
        var decoding = onePicture();
        var started = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            executor.execute(() -> decoding.run(() -> {
                started.countDown();
                return awaited(done);
            }));
            started.await();
            assertThatThrownBy(() -> decoding.run(() -> "never"))
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            rejection -> assertThat(rejection.code()).isEqualTo(ErrorCode.REQERR));
            done.countDown();
        }
        assertThat(decoding.run(() -> "free again")).isEqualTo("free again");
    }

    @Test
    void runWhenTheWorkFailsThenThePermitIsReleased() {
        var decoding = onePicture();
        assertThatThrownBy(() -> decoding.run(() -> {
                    throw new OutOfMemoryError("on purpose");
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(decoding.run(() -> "free")).isEqualTo("free");
    }

    @Test
    void runWhenCalledThenTheWorkIsOnAPlatformThread() {
        var decoding = onePicture();
        assertThat(decoding.run(() -> Thread.currentThread().isVirtual())).isFalse();
    }

    @Test
    void runWhenTheCallerHasARequestIdThenTheWorkHasItToo() {
        var decoding = onePicture();
        try (var _ = MDC.putCloseable(RequestId.LOG_FIELD, "request-0001")) {
            assertThat(decoding.run(() -> MDC.get(RequestId.LOG_FIELD))).isEqualTo("request-0001");
        }
    }

    @Test
    void maxConcurrentWhenNotSetThenItIsAtMostTheCores() {
        var properties =
                new PictureProperties(512, 0.9f, 1, 1, 1, 1, Duration.ofSeconds(1), Duration.ofSeconds(1), null);
        assertThat(properties.resolvedMaxConcurrent())
                .isPositive()
                .isLessThanOrEqualTo(Runtime.getRuntime().availableProcessors());
    }

    private static DecodingBulkhead onePicture() {
        return new DecodingBulkhead(Bulkhead.of(
                "test",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(1)
                        .maxWaitDuration(Duration.ofMillis(50))
                        .build()));
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
