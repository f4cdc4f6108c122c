package io.passport.user.profile;

import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import org.springframework.stereotype.Component;

/**
 * Changes the name of an account, for {@code PUT /user/name}. A mobile number is allowed as a name only for the account with
 * that mobile number, or a user could pose as another. Then the name in the database is null, and {@link Account#name} is the
 * mobile number. {@link Name} has the rules for the form of a name, {@link Accounts#nameTaken} the error text.
 */
@Component
class NameChange {

    private final Accounts accounts;

    NameChange(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * Changes the name.
     *
     * @return the new name
     * @throws io.passport.common.api.ApiException {@code 4001} when another account has the name, or the name is a mobile
     *     number other than the account's own; {@code 4002} when the account does not exist any more
     * @throws org.springframework.dao.DataAccessException when the database is unavailable; then the name is not changed
     */
    String rename(long userId, Name name) {
        if (name.looksLikeMobile()) {
            return useMobileAsName(userId, name);
        }
        // the key is unique in the table of accounts
        accounts.rename(userId, name.text(), name.key());
        return name.text();
    }

    /**
     * If another request changes the mobile number at the same time, the name becomes the new mobile number, and this answer
     * may still have the old one.
     */
    private String useMobileAsName(long userId, Name name) {
        Account account = accounts.require(userId);
        if (!name.is(account.mobile())) {
            throw Accounts.nameTaken();
        }
        accounts.rename(userId, null, null);
        return account.mobile().number();
    }
}
