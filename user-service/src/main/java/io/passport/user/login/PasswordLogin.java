package io.passport.user.login;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.common.internalcall.Caller;
import io.passport.common.pii.Mobile;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.password.Password;
import io.passport.user.password.PasswordVerifier;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * Signing in with mobile and password. An unknown number and a wrong password cannot be told apart: both take the same
 * steps, get the same text and lock in the same way, and no failure is answered before {@code reject-delay}, which is longer
 * than those steps take.
 *
 * <p>A sign-in can take seconds (waiting for others, hashing, the delay) and keeps a connection meanwhile. The bulkhead
 * {@code password-login} limits how many do so, so that a flood leaves connections to other requests.
 */
@Component
class PasswordLogin {

    /** No account has this id: ids start at 1. */
    private static final long NO_ACCOUNT = 0;

    private final Bulkhead bulkhead;
    private final Accounts accounts;
    private final PasswordVerifier passwords;
    private final LoginAttempts attempts;
    private final Duration rejectDelay;

    PasswordLogin(
            BulkheadRegistry bulkheads,
            Accounts accounts,
            PasswordVerifier passwords,
            LoginAttempts attempts,
            SignInProperties properties) {
        this.bulkhead = bulkheads.bulkhead(
                "password-login",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(properties.maxConcurrent())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.rejectDelay = properties.failures().rejectDelay();
    }

    /**
     * The account, if the password is right.
     *
     * @throws ApiException {@code 4201} at once when too many sign-ins are in progress, before anything is looked up;
     *     {@code 4201} while locked, or when too many passwords are hashed at the moment; {@code 4004} when number and
     *     password do not match
     * @throws org.springframework.dao.DataAccessException when Redis or the database is unavailable, without
     *     {@code reject-delay}; then no sign-in by password succeeds
     */
    Account authenticate(Mobile mobile, Password password, Caller caller) {
        if (!bulkhead.tryAcquirePermission()) {
            throw ApiException.tooManyRequests(Duration.ofSeconds(1));
        }
        try {
            return authenticateAndDelayRejection(mobile, password, caller);
        } finally {
            bulkhead.onComplete();
        }
    }

    private Account authenticateAndDelayRejection(Mobile mobile, Password password, Caller caller) {
        long startedAt = System.nanoTime();
        try {
            return requireMatch(mobile, password, caller);
        } catch (ApiException rejected) {
            sleep(rejectDelay.plus(randomExtra()).minusNanos(System.nanoTime() - startedAt));
            throw rejected;
        }
    }

    private Account requireMatch(Mobile mobile, Password password, Caller caller) {
        Optional<Account> account = accounts.byMobile(mobile);
        try (LoginAttempt attempt =
                attempts.begin(mobile, account.map(Account::id).orElse(NO_ACCOUNT), caller)) {
            boolean matches = account.map(known -> passwords.matches(known, password))
                    .orElseGet(() -> passwords.matchDummy(password));
            if (!matches) {
                attempt.failed();
                throw ApiException.of(ErrorCode.DATAERR, "用户名或密码错误");
            }
            attempt.succeeded();
            return account.orElseThrow();
        }
    }

    /** Spreads the retries of clients that were rejected together. */
    private Duration randomExtra() {
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(rejectDelay.toNanos() / 2 + 1));
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
