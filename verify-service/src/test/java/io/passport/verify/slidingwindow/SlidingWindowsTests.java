package io.passport.verify.slidingwindow;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.verify.RealRedis;
import io.passport.verify.Together;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlidingWindowsTests {

    private static final List<Window> TWO = List.of(new Window(2, Duration.ofSeconds(2)));

    private final SlidingWindows windows = new SlidingWindows(RealRedis.SHARED.template());

    @BeforeEach
    void beginAnew() {
        RealRedis.SHARED.empty();
    }

    @Test
    void refusesWhenFullAndSaysHowLongToWait() {
        assertThat(windows.reserve("k", "1", TWO)).isEmpty();
        assertThat(windows.reserve("k", "2", TWO)).isEmpty();
        assertThat(windows.reserve("k", "3", TWO))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMillis(1), Duration.ofSeconds(2)));
        assertThat(windows.reserve("other", "4", TWO)).isEmpty();
    }

    @Test
    void hasRoomAgainExactlyWhenTheWaitIsOver() throws InterruptedException {
        windows.reserve("k", "1", TWO);
        Thread.sleep(1_000);
        windows.reserve("k", "2", TWO);
        Duration wait = windows.reserve("k", "3", TWO).orElseThrow();
        assertThat(wait).isLessThanOrEqualTo(Duration.ofSeconds(1));
        Thread.sleep(wait);
        assertThat(windows.reserve("k", "4", TWO)).isEmpty();
        // the second of before still counts: a window slides, it does not begin anew
        assertThat(windows.reserve("k", "5", TWO)).isPresent();
    }

    @Test
    void obeysTheWindowThatIsFullWhicheverItIs() throws InterruptedException {
        List<Window> both = List.of(new Window(1, Duration.ofMillis(500)), new Window(2, Duration.ofSeconds(20)));
        assertThat(windows.reserve("k", "1", both)).isEmpty();
        assertThat(windows.reserve("k", "2", both).orElseThrow()).isLessThanOrEqualTo(Duration.ofMillis(500));
        Thread.sleep(510);
        assertThat(windows.reserve("k", "2", both)).isEmpty();
        Thread.sleep(510);
        assertThat(windows.reserve("k", "3", both).orElseThrow()).isGreaterThan(Duration.ofSeconds(10));
    }

    @Test
    void countsARefusalForNothing() throws InterruptedException {
        windows.reserve("k", "1", TWO);
        windows.reserve("k", "2", TWO);
        Duration wait = Duration.ZERO;
        for (int i = 0; i < 20; i++) {
            wait = windows.reserve("k", "refused" + i, TWO).orElseThrow();
        }
        Thread.sleep(wait);
        assertThat(windows.reserve("k", "3", TWO)).isEmpty();
    }

    @Test
    void forgetsWhatWasGivenBackAndOnlyThat() {
        windows.reserve("k", "1", TWO);
        windows.reserve("k", "2", TWO);
        windows.giveBack("k", "unknown");
        assertThat(windows.reserve("k", "3", TWO)).isPresent();
        windows.giveBack("k", "2");
        assertThat(windows.reserve("k", "3", TWO)).isEmpty();
        assertThat(windows.reserve("k", "4", TWO)).isPresent();
    }

    @Test
    void givesExactlyAsManyPlacesWhenAllComeAtOnce() throws Exception {
        List<Window> seven = List.of(new Window(7, Duration.ofMinutes(1)));
        var waits =
                Together.call(40, i -> windows.reserve("k", UUID.randomUUID().toString(), seven));
        assertThat(waits).filteredOn(java.util.Optional::isEmpty).hasSize(7);
    }

    @Test
    void keepsNothingBeyondTheLongestWindow() throws InterruptedException {
        List<Window> both = List.of(new Window(5, Duration.ofSeconds(2)), new Window(5, Duration.ofSeconds(1)));
        windows.reserve("k", "old", both);
        Thread.sleep(1_500);
        windows.reserve("k", "young", both);
        Thread.sleep(1_000);
        windows.reserve("k", "new", both);
        assertThat(RealRedis.SHARED.template().opsForZSet().range("k", 0, -1)).containsExactly("young", "new");
        assertThat(RealRedis.SHARED.template().getExpire("k", TimeUnit.MILLISECONDS))
                .isBetween(1L, 2_000L);
    }
}
