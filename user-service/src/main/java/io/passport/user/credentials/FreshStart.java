package io.passport.user.credentials;

import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.device.Devices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the database keeps of a reset. One transaction, which holds the account's row: a sign-in that adds its device comes
 * before, and then the device is forgotten, or after, and then it sees that what proves the owner was changed.
 */
@Component
class FreshStart {

    private final Accounts accounts;
    private final Devices devices;

    FreshStart(Accounts accounts, Devices devices) {
        this.accounts = accounts;
        this.devices = devices;
    }

    /** The account has this password now, and knows no device. */
    @Transactional
    public void of(Account account, String passwordHash) {
        accounts.changePassword(account, passwordHash);
        devices.forgetAll(account.id());
    }
}
