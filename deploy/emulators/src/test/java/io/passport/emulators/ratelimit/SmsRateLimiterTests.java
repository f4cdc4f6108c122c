package io.passport.emulators.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmsRateLimiterTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final SmsRateLimiter frequency = new SmsRateLimiter(
            List.of(new RateLimit(1, Duration.ofMinutes(1), "minute"), new RateLimit(3, Duration.ofHours(1), "hour")));

    @Test
    void minuteIsNotOverThenItForbidsAndARefusalDoesNotCount() {
        assertThat(frequency.count("a", START)).isEmpty();
        assertThat(frequency.count("a", START.plusSeconds(59))).hasValueSatisfying(this::isMinute);
        assertThat(frequency.count("a", START.plusSeconds(60))).isEmpty();
        assertThat(frequency.count("b", START.plusSeconds(60))).isEmpty();
    }

    @Test
    void hourIsFullThenItForbidsUntilTheFirstIsAnHourOld() {
        for (int minute = 0; minute < 3; minute++) {
            assertThat(frequency.count("a", START.plus(Duration.ofMinutes(minute))))
                    .isEmpty();
        }
        assertThat(frequency.count("a", START.plus(Duration.ofMinutes(30))))
                .hasValueSatisfying(limit -> assertThat(limit.refusal()).isEqualTo("hour"));
        assertThat(frequency.count("a", START.plus(Duration.ofMinutes(60)))).isEmpty();
    }

    @Test
    void veryManyNumbersAreSentToThenTheOldestIsForgotten() {
        for (int number = 0; number <= 5_000; number++) {
            frequency.count(String.valueOf(number), START);
        }
        assertThat(frequency.count("0", START)).isEmpty();
        assertThat(frequency.count("5000", START)).hasValueSatisfying(this::isMinute);
    }

    private void isMinute(RateLimit limit) {
        assertThat(limit.refusal()).isEqualTo("minute");
    }
}
