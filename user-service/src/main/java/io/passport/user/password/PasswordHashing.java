package io.passport.user.password;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
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
 * <p>{@link HashingPermits} limits the work. All public methods throw {@code 4201} when the queue is full or the wait takes
 * longer than {@code passport.password-hashing.max-wait}.
 */
@Component
public class PasswordHashing implements AutoCloseable {

    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private final HashFormats formats = new HashFormats(new Argon2(MEMORY_KIB, PASSES, LANES));

    /** Platform threads: hashing would block the few threads that carry all virtual threads. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final HashingPermits permits;
    private final String dummyHash;

    PasswordHashing(PasswordHashingProperties properties, BulkheadRegistry bulkheads) {
        this.permits = new HashingPermits(properties, bulkheads, PasswordHashing::after);
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
        return permits.run(() -> CompletableFuture.supplyAsync(work, threads).join());
    }

    private static void after(Duration rest, Runnable release) {
        CompletableFuture.delayedExecutor(rest.toNanos(), TimeUnit.NANOSECONDS).execute(release);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
