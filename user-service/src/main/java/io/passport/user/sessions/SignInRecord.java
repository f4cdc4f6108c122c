package io.passport.user.sessions;

import io.passport.common.session.DeviceKey;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.device.Devices;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the database notes of a sign-in. One transaction, which holds the account's row: a change of what proves the owner
 * comes before it, and then no sign-in was recorded, or after it, and then forgets this device as well.
 */
@Component
class SignInRecord {

    private final Accounts accounts;
    private final Devices devices;

    SignInRecord(Accounts accounts, Devices devices) {
        this.accounts = accounts;
        this.devices = devices;
    }

    /**
     * Notes that somebody has signed in.
     *
     * @return the token of the device, if the account did not know it
     * @throws io.passport.common.api.ApiException {@code 4004} when what proves the owner was changed since the account was read
     */
    @Transactional
    public Optional<String> save(Account account, @Nullable DeviceKey device, SignInMethod way) {
        if (!accounts.recordSignIn(account)) {
            throw way.credentialsChanged();
        }
        return devices.recordSignIn(account.id(), device);
    }
}
