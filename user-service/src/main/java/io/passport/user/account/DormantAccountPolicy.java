package io.passport.user.account;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Keeps who got somebody's old number from the operator out of that person's account: operators give numbers out again
 * after some months, so the number alone does not prove the owner of an account that nobody used for longer.
 */
@Component
public class DormantAccountPolicy {

    private final Duration dormantAfter;
    private final Clock clock;

    DormantAccountPolicy(DormancyProperties settings, Clock clock) {
        this.dormantAfter = settings.dormantAfter();
        this.clock = clock;
    }

    /**
     * To be asked where an SMS code is all that proves the owner.
     *
     * @throws ApiException {@code 4104} with what the owner can do, when the account sleeps
     */
    public void requireActive(Account account) {
        if (account.signedInAt().plus(dormantAfter).isBefore(clock.instant())) {
            throw ApiException.of(
                    ErrorCode.USERERR,
                    "该账户已超过 %d 天未登录，不能仅凭短信验证码登录或重置密码，请使用密码登录，或联系客服".formatted(dormantAfter.toDays()));
        }
    }
}
