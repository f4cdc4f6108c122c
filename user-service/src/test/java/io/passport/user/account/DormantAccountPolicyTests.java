package io.passport.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.passport.common.api.ApiException;
import io.passport.common.pii.Mobile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DormantAccountPolicyTests {

    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

    private final DormantAccountPolicy dormancy =
            new DormantAccountPolicy(new DormancyProperties(Duration.ofDays(30)), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void sleepsWhenItWasNotSignedInToForLonger() {
        assertThatCode(() -> dormancy.requireActive(signedInAt(NOW.minus(Duration.ofDays(30)))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> dormancy.requireActive(
                        signedInAt(NOW.minus(Duration.ofDays(30)).minusMillis(1))))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.text()).contains("30 天", "密码登录", "客服"));
    }

    @Test
    void refusesASettingThatWouldPutEverybodyToSleep() {
        assertThatThrownBy(() -> new DormancyProperties(Duration.ofHours(23)))
                .hasMessageContaining("passport.sign-in.dormant-after");
    }

    private static Account signedInAt(Instant at) {
        return new Account(1, new Mobile("13800000001"), "{hash}", null, null, at, at, 0);
    }
}
