package io.passport.media.storage.qiniu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.passport.common.api.ApiException;
import io.passport.emulators.Emulators;
import io.passport.media.storage.AvatarKey;
import io.passport.media.storage.AvatarStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigurationProperties;

class QiniuStorageTests {

    @Test
    void storeWhenTheSecretKeyIsWrongThenItFails(@TempDir Path home) throws Exception {
        try (var emulators = Emulators.start(0, Map.of("PASSPORT_HOME", home.toString()))) {
            AvatarStorage storage = storage("http://127.0.0.1:" + emulators.port());
            assertThatThrownBy(() -> storage.store(AvatarKey.random(), new byte[] {1}))
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            failure -> assertThat(failure.text()).isEqualTo("七牛云上传失败"));
        }
    }

    private static AvatarStorage storage(String url) {
        var properties = new QiniuProperties(
                "local-only-qiniu-access-key",
                "another-secret-key",
                "passport-avatars",
                url + "/qiniu",
                url,
                url,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10));
        var breakers = new Resilience4JCircuitBreakerFactory(
                CircuitBreakerRegistry.ofDefaults(),
                TimeLimiterRegistry.ofDefaults(),
                null,
                new Resilience4JConfigurationProperties());
        return new AvatarStorage(new QiniuConfiguration().qiniuStorage(properties), breakers);
    }
}
