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
 * Saves a new password hash, forgets devices and ends sessions. Called by {@link PasswordChange} and {@link PasswordReset}.
 *
 * <p>Hash and devices change in one database transaction. The sessions are in Redis, which is not part of it. When Redis is
 * unavailable, {@code DataAccessException} is thrown and the transaction is rolled back: the old password stays valid, and
 * some sessions may have ended. When the database fails at the commit, all sessions have ended and the old password stays
 * valid; if only its answer was lost, the new one is valid. The user can try again, after a new sign-in if the session has
 * ended.
 *
 * <p>A sign-in with the old password may run at the same time. It starts its session first, and then updates the account's
 * row. This transaction locks that row from its first statement until its end. If the sign-in updated the row first, its
 * session exists already and is ended here. If not, it waits for the row, finds the credential version changed, ends its own
 * session, and fails.
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
     * For a user who knew the old password. Forgets all devices except the caller's, and ends all sessions, also the
     * caller's.
     *
     * @param hash as {@link io.passport.user.password.PasswordHashing#hash} returns it: {@code {argon2id}$argon2id$…}
     * @param device the caller's device; when it is null, all devices are forgotten
     * @return the changed account
     * @throws org.springframework.dao.OptimisticLockingFailureException when password or mobile number was changed since the
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
     * For a user who sent the right SMS code for the account's mobile number. Forgets all devices and ends all sessions.
     *
     * @param hash as for {@link #change}
     * @throws io.passport.common.api.ApiException {@code 4104} when the account's mobile number was changed since it was read
     */
    @Transactional
    public void reset(Account account, String hash) {
        accounts.resetPassword(account, hash);
        devices.forgetAll(account.id());
        sessions.endAll(account.id());
    }
}
