package io.passport.user.login;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.common.internalcall.Caller;
import io.passport.common.pii.Mobile;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.device.DeviceName;
import io.passport.user.sessions.SignIn;
import io.passport.user.sessions.SignInMethod;
import io.passport.user.sessions.SignedIn;
import io.passport.user.smscode.Purpose;
import io.passport.user.smscode.SmsCode;
import io.passport.user.smscode.SmsCodes;
import org.springframework.stereotype.Component;

/** Signing in with mobile and SMS code. Only a caller with the right code learns whether the number has an account. */
@Component
class SmsLogin {

    private final SmsCodes smsCodes;
    private final Accounts accounts;
    private final DormantAccountPolicy dormancy;
    private final SignIn signIn;

    SmsLogin(SmsCodes smsCodes, Accounts accounts, DormantAccountPolicy dormancy, SignIn signIn) {
        this.smsCodes = smsCodes;
        this.accounts = accounts;
        this.dormancy = dormancy;
        this.signIn = signIn;
    }

    /**
     * Consumes the code and signs the number's account in. If signing in fails, the code can be used again, unless the error
     * is {@code 4104}, which has told the caller about the number.
     *
     * @throws ApiException as {@link SmsCodes#consume}; {@code 4104} when the number has no account or a dormant one; as
     *     {@link SignIn#begin}
     * @throws org.springframework.dao.DataAccessException when Redis or the database is unavailable
     */
    SignedIn logIn(Mobile mobile, SmsCode code, Caller caller, DeviceName device) {
        return smsCodes.consume(
                Purpose.LOGIN,
                mobile,
                code,
                () -> signIn.begin(requireActiveAccount(mobile), SignInMethod.SMS_CODE, caller, device));
    }

    private Account requireActiveAccount(Mobile mobile) {
        Account account = accounts.byMobile(mobile).orElseThrow(() -> ApiException.of(ErrorCode.USERERR));
        dormancy.requireActive(account);
        return account;
    }
}
