package io.passport.media.avatar;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.passport.media.picture.Samples;
import org.junit.jupiter.api.Test;

class SaveFailureIT extends AvatarUploadSetup {

    private static final String NOT_SAVED = "保存用户头像失败";

    @Test
    void uploadWhenUserServiceCannotSaveTheUrlThenTheNewAvatarIsDeleted() {
        userServiceAnswers(okJson("{\"errno\":\"4001\",\"errmsg\":\"保存用户信息失败\"}"));
        assertNothingIsLeft("4001", NOT_SAVED);
    }

    @Test
    void uploadWhenTheAccountDoesNotExistThenTheNewAvatarIsDeleted() {
        userServiceAnswers(okJson("{\"errno\":\"4002\",\"errmsg\":\"无数据\"}"));
        assertNothingIsLeft("4002", "无效操作");
    }

    @Test
    void uploadWhenUserServiceForbidsTheCallThenTheNewAvatarIsDeleted() {
        userServiceAnswers(status(403));
        assertNothingIsLeft("4001", NOT_SAVED);
    }

    @Test
    void uploadWhenUserServiceIsUnavailableThenTheNewAvatarIsDeletedAndTheBreakerOpens() {
        for (int call = 0; call < 5; call++) {
            userServiceAnswers(status(503));
            assertNothingIsLeft("4001", NOT_SAVED);
        }
        RemoteStubs.USER_SERVICE.resetRequests();
        assertNothingIsLeft("4001", NOT_SAVED);
        assertThat(RemoteStubs.USER_SERVICE.getAllServeEvents())
                .as("calls while the circuit breaker is open")
                .isEmpty();
        userServiceSaves("null");
        breaker("user-service").transitionToHalfOpenState();
        assertSaved(upload(Samples.jpeg(9, 9)));
    }

    @Test
    void uploadWhenTheNewUrlIsSavedThenThePreviousAvatarIsDeleted() {
        String first = urlIn(upload(Samples.jpeg(9, 9)));
        userServiceSaves("\"" + first + "\"");
        String second = urlIn(upload(Samples.jpeg(9, 9)));
        await().untilAsserted(() -> assertThat(download(first).status()).isEqualTo(404));
        assertThat(download(second).status()).isEqualTo(200);
    }

    @Test
    void uploadWhenUserServiceIsSlowThenTheUrlIsSaved() {
        userServiceAnswers(okJson("{\"errno\":\"0\",\"data\":{\"previous_avatar_url\":null}}")
                .withFixedDelay(1300));
        assertSaved(upload(Samples.jpeg(9, 9)));
    }

    private void assertNothingIsLeft(String errno, String text) {
        long before = RemoteStubs.filesInBucket();
        assertRejected(upload(Samples.jpeg(9, 9)), errno, text);
        await().untilAsserted(() -> assertThat(RemoteStubs.filesInBucket()).isEqualTo(before));
    }
}
