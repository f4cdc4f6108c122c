package io.passport.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.passport.common.api.ApiException;
import io.passport.common.pii.Mobile;
import io.passport.user.account.Account;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class DormantAccountPolicyTests {

    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

    private final DormantAccountPolicy dormancy = new DormantAccountPolicy(
            new SignInProperties(
                    1,
                    Duration.ofDays(30),
                    new SignInProperties.Failures(
                            5,
                            100,
                            50,
                            Duration.ofHours(1),
                            List.of(Duration.ofMinutes(1)),
                            Duration.ofDays(1),
                            Duration.ZERO,
                            Duration.ZERO)),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void requireActiveWhenTheLastSignInIsTooLongAgoThenRefused() {
        assertThatCode(() -> dormancy.requireActive(signedInAt(NOW.minus(Duration.ofDays(30)))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> dormancy.requireActive(
                        signedInAt(NOW.minus(Duration.ofDays(30)).minusMillis(1))))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.text()).contains("30 天", "密码登录", "客服"));
    }

    private static Account signedInAt(Instant at) {
        return new Account(1, new Mobile("13800000001"), "{hash}", null, null, at, at, 0);
    }
}
