package io.passport.user.password;

import io.passport.common.wire.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Keeps passwords as argon2id, 19 MiB, 2 passes, 1 lane (OWASP Password Storage). A hash names its algorithm:
 * {@code {argon2id}$argon2id$v=19$…}. Few hashes are made at once, on half of the machine's cores, so that many sign-ins
 * slow each other down and nothing else; who waits too long for a turn gets {@code 4201}.
 */
@Component
public class PasswordHashing implements AutoCloseable {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            "argon2id",
            Map.of("argon2id", new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES)));
    /** Threads of the system's: hashing would hold the few that carry all virtual threads. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final Semaphore turns;
    private final Duration patience;
    private final String nobodysHash;

    PasswordHashing(PasswordHashingSettings settings) {
        this.turns = new Semaphore(settings.turns(), true);
        this.patience = settings.patience();
        this.nobodysHash = inTurn(() -> encoder.encode("nobody's password"));
    }

    /** The hash to keep of a new password. */
    public String hash(NewPassword password) {
        return inTurn(() -> encoder.encode(password.password().text()));
    }

    /** Whether the password is the one that was hashed. */
    public boolean matches(Password password, String hash) {
        return inTurn(() -> encoder.matches(password.text(), hash));
    }

    /** Takes as long as {@link #matches} and is never right: for numbers without an account. */
    public boolean matchesNobody(Password password) {
        matches(password, nobodysHash);
        return false;
    }

    /** How long anybody waits for a turn at most. */
    public Duration patience() {
        return patience;
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Refusal.tooOften(patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.tooOften(patience);
        }
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } finally {
            turns.release();
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
