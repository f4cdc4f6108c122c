package io.passport.user.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PausesTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Pauses pauses = new Pauses();

    @Test
    void areLongerEachTimeUpToALimit() {
        for (int about : List.of(20, 40, 80, 160, 200, 200)) {
            assertThat(pauses.next(MINUTE)).isBetween(Duration.ofMillis(about), Duration.ofMillis(2L * about));
        }
    }

    @Test
    void areNoLongerThanWhatIsLeft() {
        Duration left = Duration.ofMillis(3);
        assertThat(Stream.generate(() -> pauses.next(left)).limit(10)).containsOnly(left);
    }
}
