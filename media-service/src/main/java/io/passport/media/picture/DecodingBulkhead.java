package io.passport.media.picture;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.common.context.ContextExecutors;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Limits how many pictures are decoded at the same time. Decoding runs on platform threads: a virtual thread that computes
 * blocks its carrier thread, and with all carriers blocked no request is served. Called by {@link PictureSanitizer}.
 */
final class DecodingBulkhead {

    private final Executor threads = ContextExecutors.withContext(Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("decoding-", 0).factory()));

    private final Bulkhead bulkhead;

    DecodingBulkhead(Bulkhead bulkhead) {
        this.bulkhead = bulkhead;
    }

    /**
     * Runs the work and waits for its result, without a time limit: the work must end by itself, see
     * {@link TimeLimitedInput}. Throws what the work throws.
     *
     * @throws ApiException {@code 4201} when the bulkhead stays full for its maximum wait
     */
    <T> T run(Supplier<T> work) {
        if (!bulkhead.tryAcquirePermission()) {
            throw ApiException.of(ErrorCode.REQERR, "服务繁忙，请稍后再试");
        }
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (CompletionException failed) {
            throw causeOf(failed);
        } finally {
            bulkhead.onComplete();
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
