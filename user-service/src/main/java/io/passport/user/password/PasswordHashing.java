package io.passport.user.password;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.passport.common.api.ApiException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Hashes and compares passwords: argon2id, 19 MiB, 2 passes, 1 lane (OWASP Password Storage). A hash of ours begins with
 * {@code {argon2id}}. It needs neither Redis nor the database.
 *
 * <p>Two bulkheads limit the work. {@code password-hashing} allows few hashes at the same time, and each permit rests as long
 * as its hash took, so a flood of sign-ins uses a quarter of the machine and slows only itself.
 * {@code password-hashing-queue} limits how many run or wait. All public methods throw {@code 4201} when the queue is full or
 * the wait takes longer than {@code passport.password-hashing.max-wait}.
 */
@Component
public class PasswordHashing implements AutoCloseable {

    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private final HashFormats formats = new HashFormats(new Argon2(MEMORY_KIB, PASSES, LANES));

    /** Platform threads: hashing would block the few threads that carry all virtual threads. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final Bulkhead queue;
    private final Bulkhead permits;
    private final Duration maxWait;
    private final String dummyHash;

    PasswordHashing(PasswordHashingProperties properties, BulkheadRegistry bulkheads) {
        this.maxWait = properties.maxWait();
        this.queue = bulkheads.bulkhead("password-hashing-queue", config(properties.queueSize(), Duration.ZERO));
        this.permits = bulkheads.bulkhead("password-hashing", config(properties.permits(), maxWait));
        this.dummyHash = formats.encode("the password of the dummy hash");
    }

    /** The hash of a new password. */
    public String hash(NewPassword password) {
        return withPermit(() -> formats.encode(password.password().text()));
    }

    /** Takes as long as {@link #compare} with a hash of ours; always false. For numbers without an account. */
    boolean matchDummy(Password password) {
        compare(password, dummyHash);
        return false;
    }

    /** Compares a password with a hash of any supported format. */
    PasswordMatch compare(Password password, String hash) {
        return withPermit(() -> {
            boolean matches = formats.matches(password.text(), hash);
            boolean outdated = matches && formats.upgradeEncoding(hash);
            return new PasswordMatch(matches, outdated ? formats.encode(password.text()) : null);
        });
    }

    /** Whether the hash has a supported format, so that a password can match it. */
    boolean isSupported(String hash) {
        return formats.supports(hash);
    }

    private <T> T withPermit(Supplier<T> work) {
        if (!queue.tryAcquirePermission()) {
            throw ApiException.tooManyRequests(maxWait);
        }
        try {
            return awaitPermit(work);
        } finally {
            queue.onComplete();
        }
    }

    private <T> T awaitPermit(Supplier<T> work) {
        if (!permits.tryAcquirePermission()) {
            throw ApiException.tooManyRequests(maxWait);
        }
        long startedAt = System.nanoTime();
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } finally {
            CompletableFuture.delayedExecutor(System.nanoTime() - startedAt, TimeUnit.NANOSECONDS)
                    .execute(permits::onComplete);
        }
    }

    private static BulkheadConfig config(int maxConcurrent, Duration maxWait) {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(maxConcurrent)
                .maxWaitDuration(maxWait)
                .build();
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
