package io.passport.media.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.passport.testing.server.BlackholePort;
import io.passport.media.picture.Samples;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A user-service whose host answers no attempt to connect, as behind a firewall or after it was unplugged. */
@TestPropertySource(properties = "passport.user-service.connect-timeout=300ms")
class FullPortTests extends UploadTest {

    private static final BlackholePort USER_SERVICE = new BlackholePort();

    @DynamicPropertySource
    static void unreachable(DynamicPropertyRegistry settings) {
        settings.add(
                "spring.cloud.openfeign.client.config.user-service.url",
                () -> "http://127.0.0.1:" + USER_SERVICE.port());
    }

    @AfterAll
    static void close() throws IOException {
        USER_SERVICE.close();
    }

    @Test
    void deletesTheNewAvatarWhenUserServiceCannotBeConnectedTo() {
        long before = RemoteStubs.filesInBucket();
        assertRefused(upload(Samples.jpeg(9, 9)), "4001", "保存用户头像失败");
        await().untilAsserted(() -> assertThat(RemoteStubs.filesInBucket()).isEqualTo(before));
    }
}
