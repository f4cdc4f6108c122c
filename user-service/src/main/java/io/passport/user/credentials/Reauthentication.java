package io.passport.user.credentials;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.attempts.Attempt;
import io.passport.user.attempts.LockoutPolicy;
import io.passport.user.attempts.Lockouts;
import io.passport.user.login.SignInProperties;
import io.passport.user.password.Password;
import io.passport.user.password.PasswordVerifier;
import org.springframework.stereotype.Component;

/**
 * Asks a signed-in user for the password again before a sensitive change (OWASP ASVS 5.0, 7.5.1), so that an open or stolen
 * session is not enough to take over the account. Called by {@link PasswordChange} and {@link MobileChange}. Wrong passwords
 * are counted under {@code loginfail:{account:42}}, separately from sign-ins: a stolen session cannot guess the password, and
 * cannot lock the owner out.
 */
@Component
class Reauthentication {

    private final Accounts accounts;
    private final PasswordVerifier passwords;
    private final Lockouts lockouts;
    private final LockoutPolicy policy;

    Reauthentication(Accounts accounts, PasswordVerifier passwords, Lockouts lockouts, SignInProperties properties) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.lockouts = lockouts;
        this.policy = properties.failures().passwordPolicy().withoutWaiting();
    }

    /**
     * Checks the password.
     *
     * @param whenWrong the text of {@code 4106}
     * @return the account as it was when the password matched
     * @throws ApiException {@code 4002} when the account does not exist; {@code 4106} when the password is wrong;
     *     {@code 4201} while locked, when so many checks for this account are in progress that their failures would lock it,
     *     or when too many passwords are hashed at the moment
     * @throws org.springframework.dao.DataAccessException when Redis or the database is unavailable
     */
    Account verify(long userId, Password password, String whenWrong) {
        try (Attempt attempt = lockouts.begin(key(userId), policy)) {
            Account account = accounts.require(userId);
            if (!passwords.matches(account, password)) {
                attempt.failed();
                throw wrongPassword(whenWrong);
            }
            attempt.succeeded();
            return account;
        }
    }

    /** {@code 4106}, also for a password that was right until another request changed it. */
    static ApiException wrongPassword(String text) {
        return ApiException.of(ErrorCode.PWDERR, text);
    }

    /**
     * Ends the account's lock, for an owner who was authenticated in another way.
     *
     * @throws org.springframework.dao.DataAccessException when Redis is unavailable
     */
    void forget(long userId) {
        lockouts.forget(key(userId));
    }

    private static String key(long userId) {
        return "loginfail:{account:" + userId + "}";
    }
}
