package io.passport.media.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.passport.media.picture.Samples;
import io.passport.testing.internalcall.SignedCalls;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StorageFailureIT extends AvatarUploadSetup {

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
    void uploadWhenQiniuFailsThenItIsRejectedInTimeAndNothingIsSaved(String fault) {
        qiniuFails(fault);
        long start = System.nanoTime();
        assertRejected(upload(Samples.jpeg(9, 9)), "4301", FAILED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        assertThat(RemoteStubs.USER_SERVICE.getAllServeEvents()).isEmpty();
    }

    @Test
    void uploadWhenQiniuIsSlowThenItSucceeds() {
        qiniuFails("\"kind\":\"delay\",\"millis\":1300");
        assertSaved(upload(Samples.jpeg(9, 9)));
    }

    @Test
    void uploadWhenTheBreakerIsOpenThenItIsRejectedUntilProbesSucceed() {
        qiniuFails("\"kind\":\"status\",\"status\":503");
        for (int call = 0; call < 5; call++) {
            assertRejected(upload(Samples.jpeg(9, 9)), "4301", FAILED);
        }
        assertThat(breaker("storage-upload").getState()).isEqualTo(CircuitBreaker.State.OPEN);
        endQiniuFailures();
        assertRejected(upload(Samples.jpeg(9, 9)), "4301", FAILED);
        breaker("storage-upload").transitionToHalfOpenState();
        assertSaved(upload(Samples.jpeg(9, 9)));
        assertSaved(upload(Samples.jpeg(9, 9)));
        assertThat(breaker("storage-upload").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void deleteWhenItFailsThenTheLogHasTheRequestId(CapturedOutput output) {
        String first = urlIn(upload(Samples.jpeg(9, 9)));
        userServiceSaves("\"" + first + "\"");
        breaker("storage-delete").transitionToForcedOpenState();
        var body = MultipartBody.with("avatar", "me.jpg", "image/jpeg", Samples.jpeg(9, 9));
        SignedCalls.send(calls("gateway", USER)
                .signed("POST", PATH, HttpRequest.BodyPublishers.ofByteArray(body.bytes()))
                .header("Content-Type", body.contentType())
                .header("X-Request-Id", "request-0002"));
        awaitDeletions();
        assertThat(output).containsPattern("\\[request-0002].*Qiniu did not delete");
    }

    @Test
    void uploadWhenThePreviousAvatarCannotBeDeletedThenItSucceeds() {
        String first = urlIn(upload(Samples.jpeg(9, 9)));
        userServiceSaves("\"" + first + "\"");
        breaker("storage-delete").transitionToForcedOpenState();
        assertSaved(upload(Samples.jpeg(9, 9)));
        awaitDeletions();
        assertThat(download(first).status()).isEqualTo(200);
    }
}
