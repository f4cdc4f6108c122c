package io.passport.user.credentials;

import io.passport.common.session.DeviceKey;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.password.NewPassword;
import io.passport.user.password.Password;
import io.passport.user.password.PasswordHashing;
import io.passport.user.remote.TimeLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Another password, by who knows the old one. */
@Component
class PasswordChange {

    private static final String WRONG = "旧密码错误";

    private final Reauthentication reauthentication;
    private final PasswordHashing hashing;
    private final Accounts accounts;
    private final PasswordUpdate replacement;

    PasswordChange(
            Reauthentication reauthentication,
            PasswordHashing hashing,
            Accounts accounts,
            PasswordUpdate replacement,
            TimeLimits limits) {
        limits.checkWait(
                "passport.password-hashing.max-wait twice", hashing.maxWait().multipliedBy(2));
        this.reauthentication = reauthentication;
        this.hashing = hashing;
        this.accounts = accounts;
        this.replacement = replacement;
    }

    /**
     * Changes it, ends every session, also the one that asks for it, and forgets every device but the one that asks.
     *
     * @param device what the client brought, if anything
     * @return whose it is, as it is from now on
     * @throws io.passport.common.api.ApiException {@code 4103} when it is the account's number; as {@link Reauthentication#verify}; or {@code 4201} when too many hash
     */
    Account change(long userId, Password old, NewPassword chosen, @Nullable DeviceKey device) {
        chosen.requireOtherThan(accounts.require(userId).mobile());
        Account account = reauthentication.verify(userId, old, WRONG);
        String hash = hashing.hash(chosen);
        return Reauthentication.ifUnchanged(WRONG, () -> replacement.changed(account, hash, device));
    }
}
