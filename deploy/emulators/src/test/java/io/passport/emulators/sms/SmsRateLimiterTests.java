package io.passport.emulators.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmsRateLimiterTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final SmsRateLimiter limiter = new SmsRateLimiter(
            List.of(new RateLimit(1, Duration.ofMinutes(1), "minute"), new RateLimit(3, Duration.ofHours(1), "hour")));

    @Test
    void countWhenTheMinuteIsNotOverThenTheLimitIsReachedAndNothingIsCounted() {
        assertThat(limiter.count("a", START)).isEmpty();
        assertThat(limiter.count("a", START.plusSeconds(59))).hasValueSatisfying(this::isMinute);
        assertThat(limiter.count("a", START.plusSeconds(60))).isEmpty();
        assertThat(limiter.count("b", START.plusSeconds(60))).isEmpty();
    }

    @Test
    void countWhenTheHourIsFullThenTheLimitIsReachedUntilTheFirstIsAnHourOld() {
        for (int minute = 0; minute < 3; minute++) {
            assertThat(limiter.count("a", START.plus(Duration.ofMinutes(minute))))
                    .isEmpty();
        }
        assertThat(limiter.count("a", START.plus(Duration.ofMinutes(30))))
                .hasValueSatisfying(limit -> assertThat(limit.error()).isEqualTo("hour"));
        assertThat(limiter.count("a", START.plus(Duration.ofMinutes(60)))).isEmpty();
    }

    @Test
    void countWhenThereAreTooManyNumbersThenTheOldestIsRemoved() {
        for (int number = 0; number <= 5_000; number++) {
            limiter.count(String.valueOf(number), START);
        }
        assertThat(limiter.count("0", START)).isEmpty();
        assertThat(limiter.count("5000", START)).hasValueSatisfying(this::isMinute);
    }

    private void isMinute(RateLimit limit) {
        assertThat(limit.error()).isEqualTo("minute");
    }
}
