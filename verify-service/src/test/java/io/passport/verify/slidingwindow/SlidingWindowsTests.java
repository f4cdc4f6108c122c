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

    private static final List<Window> TWO_A_SECOND = List.of(new Window(2, Duration.ofSeconds(1)));

    private final SlidingWindows windows = new SlidingWindows(RealRedis.SHARED.template());

    @BeforeEach
    void beginAnew() {
        RealRedis.SHARED.empty();
    }

    @Test
    void refusesWhenFullAndSaysHowLongToWait() {
        assertThat(windows.reserve("k", "1", TWO_A_SECOND)).isEmpty();
        assertThat(windows.reserve("k", "2", TWO_A_SECOND)).isEmpty();
        assertThat(windows.reserve("k", "3", TWO_A_SECOND))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1)));
        assertThat(windows.reserve("other", "4", TWO_A_SECOND)).isEmpty();
    }

    @Test
    void hasRoomAgainExactlyWhenTheWaitIsOver() throws InterruptedException {
        windows.reserve("k", "1", TWO_A_SECOND);
        Thread.sleep(400);
        windows.reserve("k", "2", TWO_A_SECOND);
        Duration wait = windows.reserve("k", "3", TWO_A_SECOND).orElseThrow();
        assertThat(wait).isLessThanOrEqualTo(Duration.ofMillis(600));
        Thread.sleep(wait);
        assertThat(windows.reserve("k", "4", TWO_A_SECOND)).isEmpty();
        // the second of before still counts: a window slides, it does not begin anew
        assertThat(windows.reserve("k", "5", TWO_A_SECOND)).isPresent();
    }

    @Test
    void obeysTheWindowThatIsFullWhicheverItIs() throws InterruptedException {
        List<Window> both = List.of(new Window(1, Duration.ofMillis(100)), new Window(2, Duration.ofSeconds(10)));
        assertThat(windows.reserve("k", "1", both)).isEmpty();
        assertThat(windows.reserve("k", "2", both).orElseThrow()).isLessThanOrEqualTo(Duration.ofMillis(100));
        Thread.sleep(110);
        assertThat(windows.reserve("k", "2", both)).isEmpty();
        Thread.sleep(110);
        assertThat(windows.reserve("k", "3", both).orElseThrow()).isGreaterThan(Duration.ofSeconds(9));
    }

    @Test
    void countsARefusalForNothing() throws InterruptedException {
        windows.reserve("k", "1", TWO_A_SECOND);
        windows.reserve("k", "2", TWO_A_SECOND);
        Duration wait = Duration.ZERO;
        for (int i = 0; i < 20; i++) {
            wait = windows.reserve("k", "refused" + i, TWO_A_SECOND).orElseThrow();
        }
        Thread.sleep(wait);
        assertThat(windows.reserve("k", "3", TWO_A_SECOND)).isEmpty();
    }

    @Test
    void forgetsWhatWasGivenBackAndOnlyThat() {
        windows.reserve("k", "1", TWO_A_SECOND);
        windows.reserve("k", "2", TWO_A_SECOND);
        windows.giveBack("k", "unknown");
        assertThat(windows.reserve("k", "3", TWO_A_SECOND)).isPresent();
        windows.giveBack("k", "2");
        assertThat(windows.reserve("k", "3", TWO_A_SECOND)).isEmpty();
        assertThat(windows.reserve("k", "4", TWO_A_SECOND)).isPresent();
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
        List<Window> both = List.of(new Window(5, Duration.ofMillis(200)), new Window(5, Duration.ofMillis(100)));
        windows.reserve("k", "old", both);
        Thread.sleep(150);
        windows.reserve("k", "young", both);
        Thread.sleep(100);
        windows.reserve("k", "new", both);
        assertThat(RealRedis.SHARED.template().opsForZSet().range("k", 0, -1)).containsExactly("young", "new");
        assertThat(RealRedis.SHARED.template().getExpire("k", TimeUnit.MILLISECONDS))
                .isBetween(1L, 200L);
    }
}
