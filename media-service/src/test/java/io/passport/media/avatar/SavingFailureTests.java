package io.passport.media.avatar;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.passport.media.picture.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "passport.user-service.read-timeout=6s",
            "passport.user-service.time-limit=20s",
            "passport.breaker.open-for=10s"
        })
class SavingFailureTests extends UploadTest {

    private static final String NOT_SAVED = "保存用户头像失败";

    @Test
    void deletesTheNewAvatarWhenUserServiceCouldNotSaveIt() {
        userServiceAnswers(okJson("{\"errno\":\"4001\",\"errmsg\":\"保存用户信息失败\"}"));
        assertLeavesNothing("4001", NOT_SAVED);
    }

    @Test
    void deletesTheNewAvatarWhenTheAccountIsGone() {
        userServiceAnswers(okJson("{\"errno\":\"4002\",\"errmsg\":\"无数据\"}"));
        assertLeavesNothing("4002", "无效操作");
    }

    @Test
    void deletesTheNewAvatarWhenUserServiceWantsNothingOfUs() {
        userServiceAnswers(status(403));
        assertLeavesNothing("4001", NOT_SAVED);
    }

    @Test
    void deletesTheNewAvatarWhenUserServiceIsAway() {
        for (int call = 0; call < 5; call++) {
            userServiceAnswers(status(503));
            assertLeavesNothing("4001", NOT_SAVED);
        }
        RemoteStubs.USER_SERVICE.resetRequests();
        assertLeavesNothing("4001", NOT_SAVED);
        assertThat(RemoteStubs.USER_SERVICE.getAllServeEvents())
                .as("calls with an open breaker")
                .isEmpty();
        savedOver("null");
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> assertThat(upload(Samples.jpeg(9, 9)).body()).startsWith("{\"errno\":\"0\""));
    }

    @Test
    void deletesTheAvatarBeforeWhenTheNewOneIsSaved() {
        String first = addressIn(upload(Samples.jpeg(9, 9)));
        savedOver("\"" + first + "\"");
        String second = addressIn(upload(Samples.jpeg(9, 9)));
        await().untilAsserted(() -> assertThat(download(first).statusCode()).isEqualTo(404));
        assertThat(download(second).statusCode()).isEqualTo(200);
    }

    @Test
    void waitsForAUserServiceThatIsOnlySlow() {
        userServiceAnswers(okJson("{\"errno\":\"0\",\"data\":{\"previous_avatar_url\":null}}")
                .withFixedDelay(1300));
        assertThat(upload(Samples.jpeg(9, 9)).body()).startsWith("{\"errno\":\"0\"");
    }

    private void assertLeavesNothing(String errno, String text) {
        long before = RemoteStubs.filesInBucket();
        assertRefused(upload(Samples.jpeg(9, 9)), errno, text);
        await().untilAsserted(() -> assertThat(RemoteStubs.filesInBucket()).isEqualTo(before));
    }
}
