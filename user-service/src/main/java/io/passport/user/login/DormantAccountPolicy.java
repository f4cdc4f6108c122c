package io.passport.user.login;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.user.account.Account;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Rejects SMS codes for accounts that were not signed in to for months. Operators assign an unused mobile number to another
 * person after some months, so the number alone does not prove who owns such an account.
 */
@Component
public class DormantAccountPolicy {

    private final Duration dormantAfter;
    private final Clock clock;

    DormantAccountPolicy(SignInProperties properties, Clock clock) {
        this.dormantAfter = properties.dormantAfter();
        this.clock = clock;
    }

    /**
     * Called where an SMS code is the only proof: sign-in by SMS code and password reset.
     *
     * @throws ApiException {@code 4104} when the account is dormant; the text tells what its owner can do
     */
    public void requireActive(Account account) {
        if (account.signedInAt().plus(dormantAfter).isBefore(clock.instant())) {
            throw ApiException.of(
                    ErrorCode.USERERR,
                    "该账户已超过 %d 天未登录，不能仅凭短信验证码登录或重置密码，请使用密码登录，或联系客服".formatted(dormantAfter.toDays()));
        }
    }
}
