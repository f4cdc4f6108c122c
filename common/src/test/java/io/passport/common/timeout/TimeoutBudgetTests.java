package io.passport.common.timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeoutBudgetTests {

    private static final Timeout CONNECT = Timeout.of("connect-timeout", Duration.ofSeconds(1));
    private static final Timeout READ = Timeout.of("read-timeout", Duration.ofSeconds(2));
    private static final Timeout GATEWAY = Timeout.of("passport.gateway-timeout", Duration.ofSeconds(7));

    @Test
    void checkWhenEachIsShorterThanTheNextThenItPasses() {
        assertThatCode(() -> TimeoutBudget.check(CONNECT, READ, GATEWAY)).doesNotThrowAnyException();
    }

    @Test
    void checkWhenAnInnerIsLongerThenBothAreNamed() {
        assertThatThrownBy(() -> TimeoutBudget.check(CONNECT, GATEWAY, READ))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("passport.gateway-timeout (PT7S) must be shorter than read-timeout (PT2S)");
    }

    @Test
    void checkWhenASumIsAsLongAsTheOuterThenAllPartsAreNamed() {
        Timeout work = Timeout.of("the work", Duration.ofSeconds(2));
        assertThatThrownBy(() -> TimeoutBudget.check(Timeout.sum(CONNECT, READ.times(2), work), GATEWAY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("connect-timeout (PT1S) + 2 × read-timeout (PT2S) + the work (PT2S)"
                        + " must be shorter than passport.gateway-timeout (PT7S)");
    }

    @Test
    void ofBreakerWhenTheBreakerHasALimitThenItIsThatLimit() {
        TimeLimiterRegistry limits = TimeLimiterRegistry.of(TimeLimiterConfig.custom()
                .timeoutDuration(Duration.ofMillis(5500))
                .build());
        assertThat(Timeout.ofBreaker("verify-service", limits))
                .isEqualTo(Timeout.of("resilience4j.timelimiter for verify-service", Duration.ofMillis(5500)));
    }
}
