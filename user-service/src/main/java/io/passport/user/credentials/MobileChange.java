package io.passport.user.credentials;

import io.passport.common.api.ApiException;
import io.passport.common.pii.Mobile;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.password.Password;
import io.passport.user.smscode.Purpose;
import io.passport.user.smscode.SmsCode;
import io.passport.user.smscode.SmsCodes;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Changes the mobile number of a user who knows the password and received a code on the new number. Only a caller with the
 * right code learns whether the new number has an account.
 */
@Component
class MobileChange {

    private static final String WRONG_PASSWORD = "密码错误";

    private final Accounts accounts;
    private final Reauthentication reauthentication;
    private final SmsCodes smsCodes;

    MobileChange(Accounts accounts, Reauthentication reauthentication, SmsCodes smsCodes) {
        this.accounts = accounts;
        this.reauthentication = reauthentication;
        this.smsCodes = smsCodes;
    }

    /**
     * Changes the mobile number. If saving it fails, the code can be used again, unless the number has an account
     * ({@code 4003}).
     *
     * @return the changed account
     * @throws ApiException {@code 4103} when it is the account's number already; as {@link Reauthentication#verify}; as
     *     {@link SmsCodes#consume}; {@code 4003} when the number has an account; {@code 4106} when password or mobile number
     *     was changed since the password was checked
     * @throws org.springframework.dao.DataAccessException when Redis or the database is unavailable; then nothing is changed
     */
    Account change(long userId, Mobile newMobile, SmsCode code, Password password) {
        if (accounts.require(userId).mobile().equals(newMobile)) {
            throw ApiException.badParameter("新手机号与当前手机号相同");
        }
        Account account = reauthentication.verify(userId, password, WRONG_PASSWORD);
        try {
            return smsCodes.consume(Purpose.MOBILE, newMobile, code, () -> accounts.changeMobile(account, newMobile));
        } catch (OptimisticLockingFailureException changedSince) {
            throw Reauthentication.wrongPassword(WRONG_PASSWORD);
        }
    }
}
