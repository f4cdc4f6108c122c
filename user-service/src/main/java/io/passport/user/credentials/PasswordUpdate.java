package io.passport.user.credentials;

import io.passport.common.session.DeviceKey;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.device.Devices;
import io.passport.user.sessions.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Another password instead of the old one, and the end of all that the old one started: all of it, or nothing.
 *
 * <p>One transaction, which holds the account's row from the first statement on while the sessions end in Redis. A sign-in by
 * the old password starts its session first and then notes itself in that row: either before, and then its session is
 * there to be ended, or it waits for the row, sees that what proves the owner was changed, and ends the session itself.
 */
@Component
class PasswordUpdate {

    private final Accounts accounts;
    private final Devices devices;
    private final Sessions sessions;

    PasswordUpdate(Accounts accounts, Devices devices, Sessions sessions) {
        this.accounts = accounts;
        this.devices = devices;
        this.sessions = sessions;
    }

    /**
     * By who knew the old one: the account knows no device any more but theirs. Whoever else has signed in knew it too.
     *
     * @param device what their client brought, if anything
     * @return the account as it is from now on
     */
    @Transactional
    public Account changed(Account account, String hash, @Nullable DeviceKey device) {
        Account changed = accounts.changePassword(account, hash);
        devices.forgetOthers(account.id(), device);
        sessions.endAll(account.id());
        return changed;
    }

    /**
     * By who did not, but holds the number: the account knows no device any more.
     *
     * @throws io.passport.common.api.ApiException {@code 4104} when it is the account's no more
     */
    @Transactional
    public void reset(Account account, String hash) {
        accounts.resetPassword(account, hash);
        devices.forgetAll(account.id());
        sessions.endAll(account.id());
    }
}
