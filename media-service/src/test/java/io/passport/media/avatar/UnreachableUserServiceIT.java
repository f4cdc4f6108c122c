package io.passport.media.avatar;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.passport.media.picture.Samples;
import io.passport.testing.server.BlackholePort;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class UnreachableUserServiceIT extends AvatarUploadSetup {

    @Test
    void uploadWhenUserServiceAcceptsNoConnectionThenTheNewAvatarIsDeleted() throws Exception {
        try (var blackhole = new BlackholePort()) {
            callUserServiceAt("http://127.0.0.1:" + blackhole.port());
            assertNothingIsLeft();
        }
    }

    @Test
    void uploadWhenNoConnectionIsFreeThenTheNewAvatarIsDeleted() throws Exception {
        userServiceAnswers(okJson("{\"errno\":\"0\",\"errmsg\":\"OK\",\"data\":{\"previous_avatar_url\":null}}")
                .withTransformers(HeldResponses.NAME));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = executor.submit(() -> upload(Samples.jpeg(9, 9)));
            RemoteStubs.HELD_RESPONSES.awaitHeld();
            assertNothingIsLeft();
            RemoteStubs.HELD_RESPONSES.release();
            assertSaved(first.get());
        }
    }

    private void assertNothingIsLeft() {
        long before = RemoteStubs.filesInBucket();
        assertRejected(upload(Samples.jpeg(9, 9)), "4001", "保存用户头像失败");
        await().untilAsserted(() -> assertThat(RemoteStubs.filesInBucket()).isEqualTo(before));
    }
}
