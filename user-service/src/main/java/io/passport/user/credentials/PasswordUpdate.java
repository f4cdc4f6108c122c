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
 * Replaces the password hash and ends what the old password started, in one transaction.
 *
 * <p>The first statement locks the account's row, which stays locked while the sessions end in Redis. A sign-in with the old
 * password starts its session first and then updates that row. Either it did so before, and its session is ended here; or it
 * waits for the row, finds the credential version changed, and ends its session itself.
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
     * For a user who knew the old password. Forgets all devices except the caller's, and ends all sessions.
     *
     * @param device what the client sent, if anything
     * @return the changed account
     * @throws org.springframework.dao.OptimisticLockingFailureException when password or mobile were changed since the
     *     account was read
     */
    @Transactional
    public Account change(Account account, String hash, @Nullable DeviceKey device) {
        Account changed = accounts.changePassword(account, hash);
        devices.forgetOthers(account.id(), device);
        sessions.endAll(account.id());
        return changed;
    }

    /**
     * For a user who has proved to hold the account's number. Forgets all devices and ends all sessions.
     *
     * @throws io.passport.common.api.ApiException {@code 4104} when the account has another number since it was read
     */
    @Transactional
    public void reset(Account account, String hash) {
        accounts.resetPassword(account, hash);
        devices.forgetAll(account.id());
        sessions.endAll(account.id());
    }
}
