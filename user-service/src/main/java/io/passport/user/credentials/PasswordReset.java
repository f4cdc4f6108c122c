package io.passport.user.credentials;

import io.passport.common.personal.Mobile;
import io.passport.common.wire.ErrorCode;
import io.passport.common.wire.Refusal;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.account.Dormancy;
import io.passport.user.login.LoginAttempts;
import io.passport.user.password.NewPassword;
import io.passport.user.password.PasswordHashing;
import io.passport.user.smscode.Purpose;
import io.passport.user.smscode.SmsCode;
import io.passport.user.smscode.SmsCodes;
import org.springframework.stereotype.Component;

/** Another password, by who holds the mobile. Afterwards nobody is signed in: neither who resets nor anybody else. */
@Component
class PasswordReset {

    private final SmsCodes smsCodes;
    private final Accounts accounts;
    private final Dormancy dormancy;
    private final PasswordHashing hashing;
    private final PasswordReplacement replacement;
    private final LoginAttempts attempts;
    private final OwnerProof proof;

    PasswordReset(
            SmsCodes smsCodes,
            Accounts accounts,
            Dormancy dormancy,
            PasswordHashing hashing,
            PasswordReplacement replacement,
            LoginAttempts attempts,
            OwnerProof proof) {
        this.smsCodes = smsCodes;
        this.accounts = accounts;
        this.dormancy = dormancy;
        this.hashing = hashing;
        this.replacement = replacement;
        this.attempts = attempts;
        this.proof = proof;
    }

    /**
     * Sets the password, ends all sessions, forgets all devices, and ends the locks of number and account: its owner has
     * shown that they are there. The code is given back when any of that failed, so that it can be done again.
     *
     * @return whose password it is
     * @throws Refusal as {@link SmsCodes#spend}; {@code 4104} when the number has no account, or one that sleeps
     */
    Account make(Mobile mobile, SmsCode code, NewPassword chosen) {
        return smsCodes.spend(Purpose.RESET, mobile, code, () -> {
            Account account = accounts.byMobile(mobile).orElseThrow(() -> Refusal.of(ErrorCode.USERERR));
            dormancy.requireAwake(account);
            replacement.reset(account, hashing.hash(chosen));
            attempts.forget(mobile);
            proof.forget(account.id());
            return account;
        });
    }
}
