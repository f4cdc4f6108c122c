package io.passport.user.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.testing.concurrency.Simultaneously;
import io.passport.user.IntegrationTest;
import io.passport.user.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

class LockoutsIT extends IntegrationTest {

    private static final int CALLERS = 40;

    private static final List<Duration> LOCKS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(60));
    private static final Duration DAY = Duration.ofDays(1);
    private static final LockoutPolicy FIVE = new LockoutPolicy(5, DAY, LOCKS, DAY, Duration.ofSeconds(30));
    private static final LockoutPolicy IMPATIENT = new LockoutPolicy(5, DAY, LOCKS, DAY, Duration.ZERO);

    @Autowired
    private StringRedisTemplate redis;

    private final MovableClock clock = new MovableClock();
    private final String key = "test:{" + UUID.randomUUID() + "}";
    private Lockouts lockouts;

    @BeforeEach
    void withAClockThatCanBeMoved() {
        lockouts = new Lockouts(redis, clock);
    }

    @Test
    void beginWhenFortyWrongOnesComeAtOnceThenExactlyFiveMayTry() throws Exception {
        List<Boolean> tried = Simultaneously.call(CALLERS, i -> {
            try (Attempt attempt = lockouts.begin(key, FIVE)) {
                attempt.failed();
                return true;
            } catch (ApiException locked) {
                return false;
            }
        });
        assertThat(tried.stream().filter(Boolean::booleanValue)).hasSize(5);
    }

    @Test
    void beginWhenFortyRightOnesComeAtOnceThenAllSucceedAndNeverSixAreInProgress() throws Exception {
        AtomicInteger underWay = new AtomicInteger();
        CountDownLatch two = new CountDownLatch(2);
        List<Integer> together = Simultaneously.call(CALLERS, i -> {
            try (Attempt attempt = lockouts.begin(key, FIVE)) {
                int now = underWay.incrementAndGet();
                two.countDown();
                await().until(() -> two.getCount() == 0);
                // long enough for all forty to be here, if nothing limited them
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                underWay.decrementAndGet();
                attempt.succeeded();
                return now;
            }
        });
        assertThat(together).hasSize(CALLERS).allMatch(now -> now <= 5).anyMatch(now -> now > 1);
    }

    @Test
    void failWhenFortyFailAtOnceThenEachIsCounted() throws Exception {
        LockoutPolicy many = new LockoutPolicy(100, DAY, LOCKS, DAY, Duration.ZERO);
        Simultaneously.call(CALLERS, i -> {
            lockouts.begin(key, many).failed();
            return i;
        });
        assertThat(redis.opsForHash().get(key, "failures")).isEqualTo("40");
    }

    @Test
    void failWhenLockedAgainThenTheLockIsLonger() {
        for (int seconds : new int[] {60, 300, 900, 3600, 3600}) {
            fail(5);
            assertLockedFor(seconds);
            clock.pass(Duration.ofSeconds(seconds).minusMillis(1));
            assertLockedFor(1);
            clock.pass(Duration.ofMillis(1));
        }
        lockouts.begin(key, FIVE).close();
    }

    @Test
    void succeedWhenFailuresExistThenTheyAreForgotten() {
        fail(5);
        clock.pass(Duration.ofMinutes(1));
        fail(4);
        lockouts.begin(key, FIVE).succeeded();
        fail(4);
        lockouts.begin(key, FIVE).close();
        fail(1);
        assertLockedFor(60);
    }

    @Test
    void failWhenOthersFollowThenTheWindowStaysThatOfTheFirst() {
        LockoutPolicy fiveAnHour = new LockoutPolicy(5, Duration.ofHours(1), LOCKS, DAY, Duration.ZERO);
        for (int i = 0; i < 20; i++) {
            lockouts.begin(key, fiveAnHour).failed();
            clock.pass(Duration.ofMinutes(15));
        }
        lockouts.begin(key, fiveAnHour).close();
    }

    @Test
    void failWhenTheLastLockIsLongAgoThenTheLockIsAFirstOneAgain() {
        fail(5);
        assertLockedFor(60);
        clock.pass(Duration.ofMinutes(1).plus(DAY).minusMillis(1));
        fail(5);
        assertLockedFor(300);
        clock.pass(Duration.ofMinutes(5).plus(DAY));
        fail(5);
        assertLockedFor(60);
    }

    /** Moves no clock: keys expire by Redis's own. */
    @Test
    void failWhenALockEndedRecentlyThenTheNextIsLonger() {
        fail(5);
        assertThat(redis.getExpire(key, TimeUnit.MILLISECONDS))
                .isGreaterThan(DAY.toMillis())
                .isLessThanOrEqualTo(DAY.plusMinutes(1).toMillis());
    }

    @Test
    void beginWhenNothingHappenedForLongThenAllIsForgotten() {
        LockoutPolicy forgetful = new LockoutPolicy(
                1, Duration.ofMillis(50), List.of(Duration.ofMillis(1)), Duration.ofMillis(50), Duration.ZERO);
        lockouts.begin(key, forgetful).failed();
        await().untilAsserted(() -> assertThat(redis.keys(key + "*")).isEmpty());
    }

    @Test
    void succeedWhenAllSucceededThenNoKeyIsLeft() {
        lockouts.begin(key, FIVE).succeeded();
        assertThat(redis.keys(key + "*")).isEmpty();
    }

    @Test
    void beginWhenOthersAreUndecidedThenRefusedWithoutALock() {
        List<Attempt> others = IntStream.range(0, 5)
                .mapToObj(i -> lockouts.begin(key, IMPATIENT))
                .toList();
        assertThatThrownBy(() -> lockouts.begin(key, IMPATIENT)).isInstanceOf(ApiException.class);
        others.forEach(Attempt::close);
        lockouts.begin(key, IMPATIENT).close();
        assertThat(redis.opsForHash().entries(key)).isEmpty();
    }

    @Test
    void beginWhenAnAttemptIsNeverDecidedThenItCountsAsFailed() {
        Attempt late = lockouts.begin(key, FIVE);
        fail(4);
        clock.pass(Duration.ofSeconds(10));
        assertLockedFor(60);
        late.failed();
        assertThat(redis.<String, String>opsForHash().entries(key))
                .containsAllEntriesOf(Map.of("failures", "0", "round", "1"));
    }

    @Test
    void failWhenLockedThenNothingIsCounted() {
        Attempt slow = lockouts.begin(key, FIVE);
        // by an instance with other limits, for example during a rolling update
        redis.opsForHash().put(key, "locked_until", String.valueOf(clock.millis() + 60_000));
        slow.failed();
        assertThat(redis.opsForHash().hasKey(key, "failures")).isFalse();
        assertLockedFor(60);
    }

    @Test
    void failWhenTooManyDifferentSubjectsFailedThenLocked() {
        for (String subject : List.of("a", "b", "a", "b")) {
            lockouts.begin(key, spreadOver(), two(subject)).failed();
        }
        lockouts.begin(key, spreadOver(), two("c")).failed();
        assertLockedFor(60);
    }

    @Test
    void beginWhenFortyDifferentSubjectsComeAtOnceThenOneMoreThanTheLimitMayTry() throws Exception {
        LockoutPolicy patient = new LockoutPolicy(100, DAY, LOCKS, DAY, Duration.ofSeconds(30));
        List<Boolean> tried = Simultaneously.call(CALLERS, i -> {
            try (Attempt attempt = lockouts.begin(key, patient, two("subject " + i))) {
                attempt.failed();
                return true;
            } catch (ApiException locked) {
                return false;
            }
        });
        assertThat(tried.stream().filter(Boolean::booleanValue)).hasSize(3);
    }

    @Test
    void failWhenSubjectsAreOldThenTheyDoNotCount() {
        lockouts.begin(key, spreadOver(), two("a")).failed();
        lockouts.begin(key, spreadOver(), two("b")).failed();
        clock.pass(Duration.ofHours(1));
        lockouts.begin(key, spreadOver(), two("c")).failed();
        lockouts.begin(key, spreadOver()).close();
    }

    @Test
    void createWhenAPolicyForgetsDuringALockThenRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LockoutPolicy(5, DAY, LOCKS, Duration.ofMinutes(60), Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new LockoutPolicy(0, DAY, LOCKS, DAY, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new LockoutPolicy(5, DAY, List.of(), DAY, Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LockoutPolicy(5, Duration.ZERO, LOCKS, DAY, Duration.ZERO));
    }

    private static LockoutPolicy spreadOver() {
        return new LockoutPolicy(100, DAY, LOCKS, DAY, Duration.ZERO);
    }

    private static DistinctSubjectLimit two(String subject) {
        return new DistinctSubjectLimit(subject, 2, Duration.ofHours(1));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            lockouts.begin(key, FIVE).failed();
        }
    }

    private void assertLockedFor(int seconds) {
        assertThatThrownBy(() -> lockouts.begin(key, IMPATIENT)).isInstanceOfSatisfying(ApiException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.REQERR);
            assertThat(refusal.data()).hasToString("{retry_after=" + seconds + "}");
        });
    }
}
