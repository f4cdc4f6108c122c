package io.passport.verify.smscode;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeLimitsTests {

    @Test
    void acceptsWhatEndsBeforeTheGatewayGivesUp() {
        assertThatCode(() -> check(4_999)).doesNotThrowAnyException();
    }

    @Test
    void refusesAndNamesTheSettingsWhenTheGatewayGivesUpFirst() {
        assertThatThrownBy(() -> check(5_000))
                .hasMessage("passport.sms.deadline (PT5S) and twice spring.data.redis.timeout (PT1S)"
                        + " must be shorter than passport.gateway-timeout (PT7S)");
    }

    private static void check(int deadlineMillis) {
        new TimeLimits(Duration.ofMillis(deadlineMillis), Duration.ofSeconds(1), Duration.ofSeconds(7));
    }
}
