package io.passport.media.avatar;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.passport.media.picture.Samples;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "spring.cloud.openfeign.httpclient.max-connections-per-route=1",
            "spring.cloud.openfeign.httpclient.hc5.connection-request-timeout=200"
        })
class BusyConnectionsTests extends UploadTest {

    @Test
    void deletesTheNewAvatarWhenNoConnectionGetsFree() throws Exception {
        userServiceAnswers(okJson("{\"errno\":\"0\",\"errmsg\":\"OK\",\"data\":{\"previous_avatar_url\":null}}")
                .withFixedDelay(15_000));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = executor.submit(() -> upload(Samples.jpeg(9, 9)));
            await().untilAsserted(() ->
                    RemoteStubs.USER_SERVICE.verify(1, putRequestedFor(urlPathEqualTo("/internal/users/42/avatar"))));
            long before = RemoteStubs.filesInBucket();
            assertRefused(upload(Samples.jpeg(9, 9)), "4001", "保存用户头像失败");
            await().untilAsserted(() -> assertThat(RemoteStubs.filesInBucket()).isEqualTo(before));
            assertThat(first.get().body()).startsWith("{\"errno\":\"0\"");
        }
    }
}
