package io.passport.user.profile;

import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import org.springframework.stereotype.Component;

/** Gives an account another name. The mobile as a name stays with who holds the mobile. */
@Component
class NameChange {

    private final Accounts accounts;

    NameChange(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The name that the account has from now on. */
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
