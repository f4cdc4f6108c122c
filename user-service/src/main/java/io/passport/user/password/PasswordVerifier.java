package io.passport.user.password;

import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Compares a password with an account's. On success an outdated hash is replaced: only then is the plain password known.
 * Failures are not counted here: the callers, sign-in by password and {@code Reauthentication}, count them.
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
     * Whether it is the account's password.
     *
     * @throws io.passport.common.api.ApiException {@code 4201} when too many passwords are hashed at the moment
     */
    public boolean matches(Account account, Password password) {
        PasswordMatch match = hashing.compare(password, account.passwordHash());
        if (match.upgradedHash() != null) {
            upgrade(account, match.upgradedHash());
        }
        if (!match.matches() && !hashing.isSupported(account.passwordHash())) {
            LOG.error("The password hash of {} has no supported format, so its owner cannot sign in with it", account);
        }
        return match.matches();
    }

    /**
     * Takes as long as {@link #matches}; always false. For mobile numbers without an account.
     *
     * @throws io.passport.common.api.ApiException as {@link #matches}
     */
    public boolean matchDummy(Password password) {
        return hashing.matchDummy(password);
    }

    /** The old hash stays valid, so a database error does not fail the sign-in. */
    private void upgrade(Account account, String hash) {
        try {
            accounts.rehash(account, hash);
        } catch (DataAccessException failed) {
            LOG.warn("The hash of {} stays outdated until the next sign-in", account, failed);
        }
    }
}
