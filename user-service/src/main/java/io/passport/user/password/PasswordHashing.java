package io.passport.user.password;

import io.passport.common.api.ApiException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Keeps passwords as argon2id, 19 MiB, 2 passes, 1 lane (OWASP Password Storage). A hash names its algorithm:
 * {@code {argon2id}$argon2id$v=19$…}; of one that names none, the form tells. Few are made or compared at once, and each
 * turn rests as long as it has worked: a flood of sign-ins takes a quarter of the machine, slows itself down and nothing
 * else. Who would wait too long for a turn, or behind too many, gets {@code 4201}.
 */
@Component
public class PasswordHashing implements AutoCloseable {

    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private static final Pattern NAME_IN_BRACES = Pattern.compile("^\\{[a-z0-9]+}");

    private final HashFormats forms = new HashFormats(new Argon2(MEMORY_KIB, PASSES, LANES));
    private final PasswordEncoder encoder = encoder(forms);
    /** Threads of the system's: hashing would hold the few that carry all virtual threads. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final Semaphore admissions;
    private final Semaphore permits;
    private final Duration maxWait;
    private final String dummyHash;

    PasswordHashing(PasswordHashingProperties settings) {
        this.admissions = new Semaphore(settings.admissions());
        this.permits = new Semaphore(settings.permits(), true);
        this.maxWait = settings.maxWait();
        this.dummyHash = encoder.encode("nobody's password");
    }

    /** The hash to keep of a new password. */
    public String hash(NewPassword password) {
        return withPermit(() -> encoder.encode(password.password().text()));
    }

    /** Takes as long as {@link #compare} and is never right: for numbers without an account. */
    boolean matchDummy(Password password) {
        compare(password, dummyHash);
        return false;
    }

    /** How long anybody waits for a turn at most. */
    public Duration maxWait() {
        return maxWait;
    }

    /** Whether the password is the one that was hashed, whatever known form the hash has. */
    PasswordMatch compare(Password password, String hash) {
        return withPermit(() -> {
            boolean right = encoder.matches(password.text(), hash);
            return new PasswordMatch(right, right && isOutdated(hash) ? encoder.encode(password.text()) : null);
        });
    }

    /** Whether any password can match the hash. */
    boolean isSupported(String hash) {
        return forms.supports(withoutName(hash));
    }

    /** Whether it is of another type than today's, or made with less memory or fewer passes. */
    private boolean isOutdated(String hash) {
        return forms.upgradeEncoding(withoutName(hash));
    }

    private static String withoutName(String hash) {
        return NAME_IN_BRACES.matcher(hash).replaceFirst("");
    }

    private static PasswordEncoder encoder(PasswordEncoder forms) {
        DelegatingPasswordEncoder encoder =
                new DelegatingPasswordEncoder("argon2id", Map.of("argon2id", forms, "bcrypt", forms));
        encoder.setDefaultPasswordEncoderForMatches(forms);
        return encoder;
    }

    private <T> T withPermit(Supplier<T> work) {
        if (!admissions.tryAcquire()) {
            throw ApiException.tooManyRequests(maxWait);
        }
        try {
            return awaitPermit(work);
        } finally {
            admissions.release();
        }
    }

    private <T> T awaitPermit(Supplier<T> work) {
        try {
            if (!permits.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ApiException.tooManyRequests(maxWait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiException.tooManyRequests(maxWait);
        }
        long began = System.nanoTime();
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } finally {
            CompletableFuture.delayedExecutor(System.nanoTime() - began, TimeUnit.NANOSECONDS)
                    .execute(permits::release);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
