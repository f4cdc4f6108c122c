package io.passport.media.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.passport.media.picture.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "passport.qiniu.read-timeout=6s",
            "passport.qiniu.time-limit=15s",
            "passport.breaker.open-for=10s",
            "passport.avatar.deletions-at-once=1"
        })
class StorageFailureTests extends UploadTest {

    private static final String FAILED = "七牛云上传失败";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"kind\":\"status\",\"status\":503",
                "\"kind\":\"status\",\"status\":599",
                "\"kind\":\"status\",\"status\":401",
                "\"kind\":\"status\",\"status\":614",
                "\"kind\":\"reset\"",
                "\"kind\":\"refuse\"",
                "\"kind\":\"hang\",\"millis\":60000"
            })
    void refusesInTimeAndSavesNothingWhenQiniuFails(String fault) {
        qiniuFails(fault);
        long begin = System.nanoTime();
        assertRefused(upload(Samples.jpeg(9, 9)), "4301", FAILED);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
        assertThat(RemoteStubs.USER_SERVICE.getAllServeEvents()).isEmpty();
    }

    @Test
    void waitsForAQiniuThatIsOnlySlow() {
        qiniuFails("\"kind\":\"delay\",\"millis\":1300");
        assertThat(upload(Samples.jpeg(9, 9)).body()).startsWith("{\"errno\":\"0\"");
    }

    @Test
    void refusesAtOnceWhileTheBreakerIsOpenAndRecoversByItself() {
        qiniuFails("\"kind\":\"status\",\"status\":503");
        for (int call = 0; call < 5; call++) {
            assertRefused(upload(Samples.jpeg(9, 9)), "4301", FAILED);
        }
        assertThat(breaker("qiniu-upload").getState()).isEqualTo(CircuitBreaker.State.OPEN);
        qiniuIsWell();
        assertRefused(upload(Samples.jpeg(9, 9)), "4301", FAILED);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> assertThat(upload(Samples.jpeg(9, 9)).body()).startsWith("{\"errno\":\"0\""));
    }

    @Test
    void succeedsWhenOnlyTheAvatarBeforeCannotBeDeleted() {
        String first = addressIn(upload(Samples.jpeg(9, 9)));
        savedOver("\"" + first + "\"");
        breaker("qiniu-delete").transitionToForcedOpenState();
        assertThat(upload(Samples.jpeg(9, 9)).body()).startsWith("{\"errno\":\"0\"");
        awaitDeletions();
        assertThat(download(first).statusCode()).isEqualTo(200);
    }
}
