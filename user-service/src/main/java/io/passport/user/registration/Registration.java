package io.passport.user.registration;

import io.passport.common.pii.Mobile;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.password.NewPassword;
import io.passport.user.password.PasswordHashing;
import io.passport.user.smscode.Purpose;
import io.passport.user.smscode.SmsCode;
import io.passport.user.smscode.SmsCodes;
import org.springframework.stereotype.Component;

/**
 * Registers who holds the mobile. Only after the SMS code was right does anybody learn whether the number has an account.
 */
@Component
class Registration {

    private final SmsCodes smsCodes;
    private final PasswordHashing hashing;
    private final Accounts accounts;

    Registration(SmsCodes smsCodes, PasswordHashing hashing, Accounts accounts) {
        this.smsCodes = smsCodes;
        this.hashing = hashing;
        this.accounts = accounts;
    }

    /**
     * A new account. The code is given back unless the account was made or the number has one already.
     *
     * @throws io.passport.common.api.ApiException as {@link SmsCodes#consume}, or {@code 4003} when the number has an account
     */
    Account register(Mobile mobile, SmsCode code, NewPassword password) {
        return smsCodes.consume(Purpose.REGISTER, mobile, code, () -> accounts.create(mobile, hashing.hash(password)));
    }
}
