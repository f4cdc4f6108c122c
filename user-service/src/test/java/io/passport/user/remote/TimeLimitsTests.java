package io.passport.user.remote;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeLimitsTests {

    private final TimeLimiterRegistry fiveSeconds = TimeLimiterRegistry.of(
            TimeLimiterConfig.custom().timeoutDuration(Duration.ofSeconds(5)).build());

    @Test
    void acceptsWhenEachWaitsLongerThanTheOneBefore() {
        assertThatCode(() -> check(4, 7)).doesNotThrowAnyException();
    }

    @Test
    void refusesAndNamesTheSettingsWhenTheBreakerGivesUpFirst() {
        assertThatThrownBy(() -> check(5, 7)).hasMessageContaining("passport.some-call");
    }

    @Test
    void refusesAndNamesTheSettingsWhenTheGatewayGivesUpFirst() {
        assertThatThrownBy(() -> check(4, 5)).hasMessageContaining("passport.gateway-timeout");
    }

    @Test
    void refusesAndNamesTheSettingsWhenTheGatewayGivesUpBeforeAWaitEnds() {
        TimeLimits limits = new TimeLimits(fiveSeconds, Duration.ofSeconds(7));
        assertThatCode(() -> limits.checkWait("passport.some-wait", Duration.ofMillis(6249)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> limits.checkWait("passport.some-wait", Duration.ofMillis(6250)))
                .hasMessageContaining("passport.some-wait")
                .hasMessageContaining("passport.gateway-timeout");
    }

    private void check(int ownSeconds, int gatewaySeconds) {
        new TimeLimits(fiveSeconds, Duration.ofSeconds(gatewaySeconds))
                .check("passport.some-call", Duration.ofSeconds(ownSeconds), "some-call");
    }
}
