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
 * Saves a sign-in in the database: the account's time of sign-in and the device. One transaction holds the account's row. A
 * change of password or mobile number is committed either before it, and then saving fails, or after it. A change of
 * password after it also forgets this device.
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
     * Saves the sign-in.
     *
     * @param device what the client sent, if anything
     * @return the token of a new device; empty when the account knew the device
     * @throws io.passport.common.api.ApiException {@code 4004} when password or mobile number was changed since the account
     *     was read
     * @throws org.springframework.dao.DataAccessException when the database is unavailable; then nothing is saved
     */
    @Transactional
    public Optional<String> save(Account account, @Nullable DeviceKey device, SignInMethod method) {
        if (!accounts.recordSignIn(account)) {
            throw method.credentialsChanged();
        }
        return devices.recordSignIn(account.id(), device);
    }
}
