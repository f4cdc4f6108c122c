package io.passport.media.avatar;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.passport.common.timeout.Timeout;
import io.passport.media.picture.PictureProperties;
import io.passport.media.storage.ObjectStorage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.cloud.openfeign.FeignClientProperties;

class TimeoutConfigurationTests {

    private static final PictureProperties PICTURE =
            new PictureProperties(512, 0.9f, 1, 1, 1, 1, Duration.ofSeconds(4), Duration.ofSeconds(1), 1);

    @Test
    void startWhenTheTimeoutsAreNestedThenItSucceeds() {
        assertThatCode(() -> check(6000, 6000, 3000, 15_000)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "5000, 6000, 3000, 15000, storage-upload",
        "6000, 5000, 3000, 15000, storage-delete",
        "6000, 6000, 2500, 15000, user-service",
        "6000, 6000, 3000, 14000, passport.gateway-timeout",
    })
    void startWhenAnInnerTimeoutIsNotShorterThenItFails(int upload, int delete, int save, int gateway, String outer) {
        assertThatThrownBy(() -> check(upload, delete, save, gateway))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching(".*must be shorter than .*" + outer + ".*");
    }

    private static void check(int upload, int delete, int save, int gateway) {
        var limits = TimeLimiterRegistry.ofDefaults();
        limits.timeLimiter("storage-upload", limit(upload));
        limits.timeLimiter("storage-delete", limit(delete));
        limits.timeLimiter("user-service", limit(save));
        new TimeoutConfiguration(PICTURE, storage(), feign(), limits, Duration.ofMillis(gateway));
    }

    private static ObjectStorage storage() {
        ObjectStorage storage = mock();
        when(storage.callTimeout()).thenReturn(Timeout.of("storage", Duration.ofSeconds(5)));
        return storage;
    }

    private static TimeLimiterConfig limit(int millis) {
        return TimeLimiterConfig.custom()
                .timeoutDuration(Duration.ofMillis(millis))
                .build();
    }

    private static FeignClientProperties feign() {
        var client = new FeignClientProperties.FeignClientConfiguration();
        client.setConnectTimeout(500);
        client.setReadTimeout(2000);
        var properties = new FeignClientProperties();
        properties.getConfig().put("user-service", client);
        return properties;
    }
}
