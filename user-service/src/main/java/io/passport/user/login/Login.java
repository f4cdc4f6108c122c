package io.passport.user.login;

import io.passport.common.personal.Mobile;
import io.passport.common.wire.ErrorCode;
import io.passport.common.wire.Refusal;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.password.Password;
import io.passport.user.password.PasswordHashing;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Signing in with mobile and password. An unknown number and a wrong password are alike in text, in lock-out and in time.
 */
@Component
class Login {

    private final Accounts accounts;
    private final PasswordHashing hashing;
    private final LoginAttempts attempts;

    Login(Accounts accounts, PasswordHashing hashing, LoginAttempts attempts) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.attempts = attempts;
    }

    /**
     * The account, if the password is right.
     *
     * @throws Refusal {@code 4201} while locked, {@code 4004} when number and password do not match
     */
    Account with(Mobile mobile, Password password, String address) {
        attempts.begin(mobile, address);
        Optional<Account> account = accounts.byMobile(mobile);
        boolean right = account.map(known -> hashing.matches(password, known.passwordHash()))
                .orElseGet(() -> hashing.matchesNobody(password));
        if (!right) {
            throw Refusal.of(ErrorCode.DATAERR, "用户名或密码错误");
        }
        attempts.succeeded(mobile, address);
        return account.orElseThrow();
    }
}
