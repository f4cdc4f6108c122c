package io.passport.user.credentials;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.attempts.Attempt;
import io.passport.user.attempts.LockoutPolicy;
import io.passport.user.attempts.Lockouts;
import io.passport.user.attempts.LoginFailureProperties;
import io.passport.user.password.Password;
import io.passport.user.password.PasswordVerifier;
import java.util.function.Supplier;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * The password, asked once more of who is signed in already: a session that was left open or stolen is not enough to take
 * the account over. What fails is counted under {@code loginfail:{account:42}}, so that such a session cannot be used to
 * guess; sign-ins are counted elsewhere, and the owner still gets in. Nobody changes one account many times at once, so
 * nobody waits for an attempt that is under way.
 */
@Component
class Reauthentication {

    private final Accounts accounts;
    private final PasswordVerifier passwords;
    private final Lockouts lockouts;
    private final LockoutPolicy policy;

    Reauthentication(
            Accounts accounts, PasswordVerifier passwords, Lockouts lockouts, LoginFailureProperties settings) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.lockouts = lockouts;
        this.policy = settings.passwordPolicy().withoutWaiting();
    }

    /**
     * The account, as it was when the password was right for it.
     *
     * @param whenWrong the text beside {@code 4106}
     * @throws ApiException {@code 4201} while locked, {@code 4002} when the account is gone, {@code 4106}
     */
    Account verify(long userId, Password password, String whenWrong) {
        try (Attempt attempt = lockouts.begin(key(userId), policy)) {
            Account account = accounts.require(userId);
            if (!passwords.matches(account, password)) {
                attempt.failed();
                throw ApiException.of(ErrorCode.PWDERR, whenWrong);
            }
            attempt.succeeded();
            return account;
        }
    }

    /**
     * Makes a change that is worth what its proof was.
     *
     * @param whenWrong the text beside {@code 4106}
     * @return what the change returns
     * @throws ApiException {@code 4106} when something else changed what proves the owner since, a second click say; or the change's own
     */
    static <T> T ifUnchanged(String whenWrong, Supplier<T> change) {
        try {
            return change.get();
        } catch (OptimisticLockingFailureException changedSince) {
            throw ApiException.of(ErrorCode.PWDERR, whenWrong);
        }
    }

    /** Lets the account prove its owner again: they have shown in another way that they are there. */
    void forget(long userId) {
        lockouts.forget(key(userId));
    }

    private static String key(long userId) {
        return "loginfail:{account:" + userId + "}";
    }
}
