package io.passport.user.credentials;

import io.passport.common.api.ApiException;
import io.passport.common.pii.Mobile;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.password.Password;
import io.passport.user.smscode.Purpose;
import io.passport.user.smscode.SmsCode;
import io.passport.user.smscode.SmsCodes;
import org.springframework.stereotype.Component;

/**
 * Another mobile, by who knows the password and holds the new number. Only after the code was right does anybody learn
 * whether that number has an account.
 */
@Component
class MobileChange {

    private static final String WRONG = "密码错误";

    private final Accounts accounts;
    private final Reauthentication reauthentication;
    private final SmsCodes smsCodes;

    MobileChange(Accounts accounts, Reauthentication reauthentication, SmsCodes smsCodes) {
        this.accounts = accounts;
        this.reauthentication = reauthentication;
        this.smsCodes = smsCodes;
    }

    /**
     * Changes it. The code is given back unless the number was changed or has an account already.
     *
     * @return whose it is, as it is from now on
     * @throws ApiException {@code 4103} when it is the account's number already; as {@link Reauthentication#verify}; as
     *     {@link SmsCodes#consume}; {@code 4003} when the number has an account
     */
    Account change(long userId, Mobile wanted, SmsCode code, Password password) {
        if (accounts.require(userId).mobile().equals(wanted)) {
            throw ApiException.badParameter("新手机号与当前手机号相同");
        }
        Account account = reauthentication.verify(userId, password, WRONG);
        return smsCodes.consume(
                Purpose.MOBILE,
                wanted,
                code,
                () -> Reauthentication.ifUnchanged(WRONG, () -> accounts.changeMobile(account, wanted)));
    }
}
