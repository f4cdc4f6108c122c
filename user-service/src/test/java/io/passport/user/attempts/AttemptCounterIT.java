package io.passport.user.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.testing.concurrency.Simultaneously;
import io.passport.user.IntegrationTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AttemptCounterIT extends IntegrationTest {

    private static final Duration WINDOW = Duration.ofMinutes(10);

    @Autowired
    private AttemptCounter counter;

    private final String key = "test:{" + UUID.randomUUID() + "}";

    @Test
    void countWhenFortyComeAtOnceThenExactlyTheLimitPasses() {
        List<Boolean> allowed = Simultaneously.call(40, i -> {
            try {
                counter.count(key, 5, WINDOW);
                return true;
            } catch (ApiException rejected) {
                return false;
            }
        });
        assertThat(allowed).filteredOn(it -> it).hasSize(5);
    }

    @Test
    void countWhenTheLimitIsReachedThenTheAnswerTellsTheTimeToWait() {
        counter.count(key, 1, WINDOW);
        assertThatThrownBy(() -> counter.count(key, 1, WINDOW)).isInstanceOfSatisfying(ApiException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.REQERR);
            assertThat(refusal.data())
                    .asInstanceOf(InstanceOfAssertFactories.map(String.class, Long.class))
                    .hasEntrySatisfying(
                            "retry_after", seconds -> assertThat(seconds).isBetween(590L, 600L));
        });
    }

    @Test
    void releaseWhenCalledThenOneIsTakenBackAndNeverMoreThanCounted() {
        counter.release(key);
        counter.count(key, 1, WINDOW);
        counter.release(key);
        counter.release(key);
        counter.count(key, 1, WINDOW);
        assertThatThrownBy(() -> counter.count(key, 1, WINDOW)).isInstanceOf(ApiException.class);
    }

    @Test
    void countWhenTheWindowIsOverThenItBeginsAgain() {
        counter.count(key, 1, Duration.ofMillis(50));
        await().ignoreException(ApiException.class).untilAsserted(() -> counter.count(key, 1, WINDOW));
    }
}
