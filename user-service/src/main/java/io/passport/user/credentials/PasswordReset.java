package io.passport.user.credentials;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.common.pii.Mobile;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.account.DormantAccountPolicy;
import io.passport.user.login.LoginAttempts;
import io.passport.user.password.NewPassword;
import io.passport.user.password.PasswordHashing;
import io.passport.user.smscode.Purpose;
import io.passport.user.smscode.SmsCode;
import io.passport.user.smscode.SmsCodes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Another password, by who holds the mobile. Afterwards nobody is signed in: neither who resets nor anybody else. */
@Component
class PasswordReset {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordReset.class);

    private final SmsCodes smsCodes;
    private final Accounts accounts;
    private final DormantAccountPolicy dormancy;
    private final PasswordHashing hashing;
    private final PasswordUpdate replacement;
    private final LoginAttempts attempts;
    private final Reauthentication reauthentication;

    PasswordReset(
            SmsCodes smsCodes,
            Accounts accounts,
            DormantAccountPolicy dormancy,
            PasswordHashing hashing,
            PasswordUpdate replacement,
            LoginAttempts attempts,
            Reauthentication reauthentication) {
        this.smsCodes = smsCodes;
        this.accounts = accounts;
        this.dormancy = dormancy;
        this.hashing = hashing;
        this.replacement = replacement;
        this.attempts = attempts;
        this.reauthentication = reauthentication;
    }

    /**
     * Sets the password, ends all sessions, forgets all devices, and ends the locks of number and account: its owner has
     * shown that they are there. The code is given back when the password could not be set, so that it can be done again.
     *
     * @return whose password it is
     * @throws ApiException as {@link SmsCodes#consume}; {@code 4104} when the number has no account, or one that sleeps
     */
    Account reset(Mobile mobile, SmsCode code, NewPassword chosen) {
        Account account = smsCodes.consume(Purpose.RESET, mobile, code, () -> setPassword(mobile, chosen));
        forgetFailures(account);
        return account;
    }

    private Account setPassword(Mobile mobile, NewPassword chosen) {
        Account account = accounts.byMobile(mobile).orElseThrow(() -> ApiException.of(ErrorCode.USERERR));
        dormancy.requireActive(account);
        replacement.reset(account, hashing.hash(chosen));
        return account;
    }

    /** Fails nothing: the password is set, and a lock that is left ends by itself. */
    private void forgetFailures(Account account) {
        try {
            attempts.forget(account.mobile());
            reauthentication.forget(account.id());
        } catch (DataAccessException failed) {
            LOG.warn("The locks of {} stay until they end", account, failed);
        }
    }
}
