package io.passport.user.registration;

import io.passport.common.personal.Mobile;
import io.passport.common.wire.ErrorCode;
import io.passport.common.wire.Refusal;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.password.NewPassword;
import io.passport.user.password.PasswordHashing;
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
     * @throws Refusal as {@link SmsCodes#take}, or {@code 4003} when the number has an account
     */
    Account register(Mobile mobile, SmsCode code, NewPassword password) {
        String ticket = smsCodes.take(mobile, code);
        try {
            return accounts.create(mobile, hashing.hash(password));
        } catch (RuntimeException failed) {
            if (!isDecided(failed)) {
                smsCodes.giveBack(mobile, ticket);
            }
            throw failed;
        }
    }

    private static boolean isDecided(RuntimeException failed) {
        return failed instanceof Refusal refusal && refusal.code() == ErrorCode.DATAEXIST;
    }
}
