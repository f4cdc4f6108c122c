package io.passport.user.login;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.common.internalcall.Caller;
import io.passport.common.pii.Mobile;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.attempts.LoginFailureProperties;
import io.passport.user.password.Password;
import io.passport.user.password.PasswordHashing;
import io.passport.user.password.PasswordVerifier;
import io.passport.user.remote.TimeLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * Signing in with mobile and password. An unknown number and a wrong password are alike in text, in lock-out and in time:
 * they take the same steps, and no failure is answered sooner than all of them take. Who finds no place is refused before
 * any of them.
 */
@Component
class PasswordLogin {

    private static final long NOBODY = 0;

    private final LoginConcurrencyLimit concurrency;
    private final Accounts accounts;
    private final PasswordVerifier passwords;
    private final LoginAttempts attempts;
    private final Duration rejectDelay;

    PasswordLogin(
            LoginConcurrencyLimit concurrency,
            Accounts accounts,
            PasswordHashing hashing,
            PasswordVerifier passwords,
            LoginAttempts attempts,
            LoginFailureProperties settings,
            TimeLimits limits) {
        limits.checkWait(
                "passport.sign-in.failures.max-wait and passport.password-hashing.max-wait together",
                settings.maxWait().plus(hashing.maxWait()));
        limits.checkWait(
                "passport.sign-in.failures.reject-delay and half of it",
                settings.rejectDelay().multipliedBy(3).dividedBy(2));
        this.concurrency = concurrency;
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.rejectDelay = settings.rejectDelay();
    }

    /**
     * The account, if the password is right.
     *
     * @throws ApiException {@code 4201} when too many sign in or while locked, {@code 4004} when number and password do not match
     */
    Account with(Mobile mobile, Password password, Caller caller) {
        return concurrency.run(() -> inTime(mobile, password, caller));
    }

    private Account inTime(Mobile mobile, Password password, Caller caller) {
        long startedAt = System.nanoTime();
        try {
            return matching(mobile, password, caller);
        } catch (ApiException refusal) {
            waitFor(rejectDelay.plus(spread()).minusNanos(System.nanoTime() - startedAt));
            throw refusal;
        }
    }

    private Account matching(Mobile mobile, Password password, Caller caller) {
        Optional<Account> account = accounts.byMobile(mobile);
        try (LoginAttempt attempt =
                attempts.begin(mobile, account.map(Account::id).orElse(NOBODY), caller)) {
            boolean right = account.map(known -> passwords.matches(known, password))
                    .orElseGet(() -> passwords.matchDummy(password));
            if (!right) {
                attempt.failed();
                throw ApiException.of(ErrorCode.DATAERR, "用户名或密码错误");
            }
            attempt.succeeded();
            return account.orElseThrow();
        }
    }

    /** At random, so that a crowd that is refused together does not come again together. */
    private Duration spread() {
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(rejectDelay.toNanos() / 2 + 1));
    }

    private static void waitFor(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
