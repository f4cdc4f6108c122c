package io.passport.user.password;

import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Whether somebody knows an account's password. Who knows it has it kept by today's hash from then on: nobody else can
 * make one. Counts nothing; that is for who asks.
 */
@Component
public class PasswordVerifier {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordVerifier.class);

    private final PasswordHashing hashing;
    private final Accounts accounts;

    PasswordVerifier(PasswordHashing hashing, Accounts accounts) {
        this.hashing = hashing;
        this.accounts = accounts;
    }

    /**
     * Compares.
     *
     * @throws io.passport.common.api.ApiException {@code 4201} when too many passwords are hashed at the moment
     */
    public boolean matches(Account account, Password password) {
        PasswordMatch match = hashing.compare(password, account.passwordHash());
        if (match.upgradedHash() != null) {
            renew(account, match.upgradedHash());
        }
        if (!match.matches() && !hashing.isSupported(account.passwordHash())) {
            LOG.error("The password of {} is kept in no known form: nobody can sign in with it", account);
        }
        return match.matches();
    }

    /** Takes as long as {@link #matches} and is never passed: for numbers without an account. */
    public boolean matchDummy(Password password) {
        return hashing.matchDummy(password);
    }

    /** The old hash is as good as before, so a sign-in does not fail for want of a new one. */
    private void renew(Account account, String hash) {
        try {
            accounts.rehash(account, hash);
        } catch (DataAccessException failed) {
            LOG.warn("The hash of {} stays outdated until its next sign-in", account, failed);
        }
    }
}
