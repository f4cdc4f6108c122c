package io.passport.verify.slidingwindow;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.testing.concurrency.Simultaneously;
import io.passport.testing.server.RealRedis;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

class SlidingWindowsIT {

    private static final List<Window> TWO = List.of(Window.of("2/1h"));

    private final StringRedisTemplate redis = RealRedis.SHARED.template();
    private final SlidingWindows windows = new SlidingWindows(redis);

    @BeforeEach
    void beginAnew() {
        RealRedis.SHARED.empty();
    }

    @Test
    void reserveWhenTheWindowIsFullThenReturnsTheWait() {
        assertThat(windows.reserve("k", "1", TWO)).isEmpty();
        assertThat(windows.reserve("k", "2", TWO)).isEmpty();
        assertThat(windows.reserve("k", "3", TWO))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMillis(1), Duration.ofHours(1)));
        assertThat(windows.reserve("other", "4", TWO)).isEmpty();
    }

    @Test
    void reserveWhenTheWaitIsOverThenReserves() {
        windows.reserve("k", "1", TWO);
        pass(Duration.ofMinutes(20));
        windows.reserve("k", "2", TWO);
        Duration wait = windows.reserve("k", "3", TWO).orElseThrow();
        assertThat(wait).isLessThanOrEqualTo(Duration.ofMinutes(40));
        pass(wait.minusMinutes(10));
        assertThat(windows.reserve("k", "4", TWO).orElseThrow()).isLessThanOrEqualTo(Duration.ofMinutes(10));
        pass(Duration.ofMinutes(10));
        assertThat(windows.reserve("k", "4", TWO)).isEmpty();
        // the second of before still counts: a window slides, it does not begin anew
        assertThat(windows.reserve("k", "5", TWO)).isPresent();
    }

    @Test
    void reserveWhenAnyWindowIsFullThenRefuses() {
        List<Window> both = List.of(Window.of("1/10m"), Window.of("2/24h"));
        assertThat(windows.reserve("k", "1", both)).isEmpty();
        assertThat(windows.reserve("k", "2", both).orElseThrow()).isLessThanOrEqualTo(Duration.ofMinutes(10));
        pass(Duration.ofMinutes(10));
        assertThat(windows.reserve("k", "2", both)).isEmpty();
        pass(Duration.ofMinutes(10));
        assertThat(windows.reserve("k", "3", both).orElseThrow()).isGreaterThan(Duration.ofHours(23));
    }

    @Test
    void reserveWhenItRefusesThenCountsNothing() {
        windows.reserve("k", "1", TWO);
        windows.reserve("k", "2", TWO);
        Duration wait = Duration.ZERO;
        for (int i = 0; i < 20; i++) {
            wait = windows.reserve("k", "refused" + i, TWO).orElseThrow();
        }
        pass(wait);
        assertThat(windows.reserve("k", "3", TWO)).isEmpty();
    }

    @Test
    void releaseWhenReservedThenRemovesOnlyThatReservation() {
        windows.reserve("k", "1", TWO);
        windows.reserve("k", "2", TWO);
        windows.release("k", "unknown");
        assertThat(windows.reserve("k", "3", TWO)).isPresent();
        windows.release("k", "2");
        assertThat(windows.reserve("k", "3", TWO)).isEmpty();
        assertThat(windows.reserve("k", "4", TWO)).isPresent();
    }

    @Test
    void reserveWhenCalledSimultaneouslyThenNeverExceedsTheLimit() throws Exception {
        List<Window> seven = List.of(Window.of("7/1h"));
        var waits = Simultaneously.call(
                40, i -> windows.reserve("k", UUID.randomUUID().toString(), seven));
        assertThat(waits).filteredOn(Optional::isEmpty).hasSize(7);
    }

    @Test
    void reserveWhenTheLongestWindowIsOverThenTheKeyIsGone() {
        List<Window> both = List.of(Window.of("5/2h"), Window.of("5/1h"));
        windows.reserve("k", "old", both);
        pass(Duration.ofMinutes(90));
        windows.reserve("k", "young", both);
        pass(Duration.ofMinutes(60));
        windows.reserve("k", "new", both);
        assertThat(redis.opsForZSet().range("k", 0, -1)).containsExactly("young", "new");
        assertThat(redis.getExpire("k", TimeUnit.MINUTES)).isBetween(61L, 120L);
    }

    /** As if so much time had gone by: all that was reserved is older by that. */
    private void pass(Duration time) {
        for (String reservation : redis.opsForZSet().range("k", 0, -1)) {
            redis.opsForZSet().incrementScore("k", reservation, (double) -time.toMillis());
        }
    }
}
