package io.passport.user.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.user.IntegrationTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AttemptCounterIT extends IntegrationTest {

    private static final Duration WINDOW = Duration.ofMinutes(10);

    @Autowired
    private AttemptCounter counter;

    private final String key = "test:{" + UUID.randomUUID() + "}";

    @Test
    void countWhenFortyComeAtOnceThenExactlyTheLimitPasses() throws Exception {
        Callable<Boolean> attempt = () -> {
            try {
                counter.count(key, 5, WINDOW);
                return true;
            } catch (ApiException refused) {
                return false;
            }
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(40)) {
            List<Future<Boolean>> all = threads.invokeAll(
                    IntStream.range(0, 40).mapToObj(i -> attempt).toList());
            long allowed = all.stream().filter(Future::resultNow).count();
            assertThat(allowed).isEqualTo(5);
        }
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
