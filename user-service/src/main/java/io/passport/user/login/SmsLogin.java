package io.passport.user.login;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.common.pii.Mobile;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.account.DormantAccountPolicy;
import io.passport.user.smscode.Purpose;
import io.passport.user.smscode.SmsCode;
import io.passport.user.smscode.SmsCodes;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Signing in with mobile and SMS code. Only after the code was right does anybody learn whether the number has an account. */
@Component
class SmsLogin {

    private final SmsCodes smsCodes;
    private final Accounts accounts;
    private final DormantAccountPolicy dormancy;

    SmsLogin(SmsCodes smsCodes, Accounts accounts, DormantAccountPolicy dormancy) {
        this.smsCodes = smsCodes;
        this.accounts = accounts;
        this.dormancy = dormancy;
    }

    /**
     * Signs the number's account in. The code is given back when that failed, but not by {@code 4104}, which is an answer.
     *
     * @param signIn what signing in is
     * @throws ApiException as {@link SmsCodes#consume}; {@code 4104} when the number has no account, or one that sleeps
     */
    <T> T with(Mobile mobile, SmsCode code, Function<Account, T> signIn) {
        return smsCodes.consume(Purpose.LOGIN, mobile, code, () -> signIn.apply(requireActiveAccount(mobile)));
    }

    private Account requireActiveAccount(Mobile mobile) {
        Account account = accounts.byMobile(mobile).orElseThrow(() -> ApiException.of(ErrorCode.USERERR));
        dormancy.requireActive(account);
        return account;
    }
}
