package io.passport.user.credentials;

import io.passport.common.session.DeviceKey;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.password.NewPassword;
import io.passport.user.password.Password;
import io.passport.user.password.PasswordHashing;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Changes the password of a user who knows the old one. */
@Component
class PasswordChange {

    private static final String WRONG_PASSWORD = "旧密码错误";

    private final Reauthentication reauthentication;
    private final PasswordHashing hashing;
    private final Accounts accounts;
    private final PasswordUpdate update;

    PasswordChange(
            Reauthentication reauthentication, PasswordHashing hashing, Accounts accounts, PasswordUpdate update) {
        this.reauthentication = reauthentication;
        this.hashing = hashing;
        this.accounts = accounts;
        this.update = update;
    }

    /**
     * Changes the password, ends all sessions including the caller's, and forgets all devices except the caller's.
     *
     * @param device the caller's device; when it is null, all devices are forgotten
     * @return the changed account
     * @throws io.passport.common.api.ApiException {@code 4103} when the new password is the account's mobile number; as
     *     {@link Reauthentication#verify}; {@code 4201} when too many passwords are hashed at the moment; {@code 4106} when
     *     password or mobile number was changed since the old password was checked
     * @throws org.springframework.dao.DataAccessException when Redis or the database is unavailable; see
     *     {@link PasswordUpdate}
     */
    Account change(long userId, Password old, NewPassword chosen, @Nullable DeviceKey device) {
        chosen.requireOtherThan(accounts.require(userId).mobile());
        Account account = reauthentication.verify(userId, old, WRONG_PASSWORD);
        String hash = hashing.hash(chosen);
        try {
            return update.change(account, hash, device);
        } catch (OptimisticLockingFailureException changedSince) {
            throw Reauthentication.wrongPassword(WRONG_PASSWORD);
        }
    }
}
