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

/** Creates accounts. Only a caller with the right SMS code learns whether the number has an account. */
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
     * Creates an account. If that fails, the code can be used again, unless the number has an account ({@code 4003}). Of two
     * requests for one number at the same time, the later one gets {@code 4003}.
     *
     * @throws io.passport.common.api.ApiException as {@link SmsCodes#consume}; {@code 4003} when the number has an account;
     *     {@code 4201} when too many passwords are hashed at the moment
     * @throws org.springframework.dao.DataAccessException when the database is unavailable, or as {@link SmsCodes#consume}
     */
    Account register(Mobile mobile, SmsCode code, NewPassword password) {
        return smsCodes.consume(Purpose.REGISTER, mobile, code, () -> accounts.create(mobile, hashing.hash(password)));
    }
}
