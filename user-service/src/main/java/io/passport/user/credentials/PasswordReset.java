package io.passport.user.credentials;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.common.pii.Mobile;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.login.DormantAccountPolicy;
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

/** Sets a new password for a user who forgot the old one and holds the mobile number. Starts no session. */
@Component
class PasswordReset {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordReset.class);

    private final SmsCodes smsCodes;
    private final Accounts accounts;
    private final DormantAccountPolicy dormancy;
    private final PasswordHashing hashing;
    private final PasswordUpdate update;
    private final LoginAttempts attempts;
    private final Reauthentication reauthentication;

    PasswordReset(
            SmsCodes smsCodes,
            Accounts accounts,
            DormantAccountPolicy dormancy,
            PasswordHashing hashing,
            PasswordUpdate update,
            LoginAttempts attempts,
            Reauthentication reauthentication) {
        this.smsCodes = smsCodes;
        this.accounts = accounts;
        this.dormancy = dormancy;
        this.hashing = hashing;
        this.update = update;
        this.attempts = attempts;
        this.reauthentication = reauthentication;
    }

    /**
     * Sets the password, ends all sessions, forgets all devices, and ends the locks of the number and the account. If setting
     * the password fails, the code can be used again, unless the error is {@code 4104}.
     *
     * @return the account
     * @throws ApiException as {@link SmsCodes#consume}; {@code 4104} when the number has no account or a dormant one;
     *     {@code 4201} when too many passwords are hashed at the moment
     * @throws DataAccessException when Redis or the database is unavailable; see {@link PasswordUpdate}
     */
    Account reset(Mobile mobile, SmsCode code, NewPassword chosen) {
        Account account = smsCodes.consume(Purpose.RESET, mobile, code, () -> setPassword(mobile, chosen));
        forgetFailures(account);
        return account;
    }

    private Account setPassword(Mobile mobile, NewPassword chosen) {
        Account account = accounts.byMobile(mobile).orElseThrow(() -> ApiException.of(ErrorCode.USERERR));
        dormancy.requireActive(account);
        update.reset(account, hashing.hash(chosen));
        return account;
    }

    /** Redis errors are only logged: the password is set, and the locks end after their time. */
    private void forgetFailures(Account account) {
        try {
            attempts.forget(account.mobile());
            reauthentication.forget(account.id());
        } catch (DataAccessException failed) {
            LOG.warn("The locks of {} could not be ended early", account, failed);
        }
    }
}
