package io.passport.user.profile;

import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import org.springframework.stereotype.Component;

/** Changes the name of an account. A mobile number is allowed as a name only for the account with that number. */
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
     * @throws io.passport.common.api.ApiException {@code 4001} when another account has the name, or it is another person's number;
     *     {@code 4002} when the account does not exist any more
     */
    String rename(long userId, Name name) {
        if (name.looksLikeMobile()) {
            return backToMobile(userId, name);
        }
        accounts.rename(userId, name.text(), name.key());
        return name.text();
    }

    private String backToMobile(long userId, Name name) {
        Account account = accounts.require(userId);
        if (!name.is(account.mobile())) {
            throw Accounts.nameTaken();
        }
        accounts.rename(userId, null, null);
        return account.mobile().number();
    }
}
