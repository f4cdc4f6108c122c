package io.passport.media.picture;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps the number of pictures in memory at the same time within what processor and heap can bear. The work is done on
 * platform threads: a virtual one that computes holds its carrier, and with the last carrier the whole service stands.
 */
final class DecodingLimit {

    private final Executor threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("decoding-", 0).factory());
    private final Semaphore slots;
    private final Duration wait;

    DecodingLimit(int slots, Duration wait) {
        this.slots = new Semaphore(slots, true);
        this.wait = wait;
    }

    /**
     * Does the work as soon as there is a slot for it.
     *
     * @throws ApiException {@code 4201} when none got free in time
     */
    <T> T run(Supplier<T> work) {
        if (!acquire()) {
            throw ApiException.of(ErrorCode.REQERR, "服务繁忙，请稍后再试");
        }
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (CompletionException failed) {
            throw causeOf(failed);
        } finally {
            slots.release();
        }
    }

    private boolean acquire() {
        try {
            return slots.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static RuntimeException causeOf(CompletionException failed) {
        return switch (failed.getCause()) {
            case RuntimeException thrown -> thrown;
            case Error thrown -> throw thrown;
            case null, default -> failed;
        };
    }
}
