package io.passport.media.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QiniuPropertiesTests {

    @Test
    void refusesTimeoutsThatOutlastTheCall() {
        assertThatThrownBy(() -> settings(Duration.ofSeconds(1), Duration.ofSeconds(6)))
                .hasMessageContaining("passport.qiniu.time-limit");
    }

    @Test
    void refusesTimeoutsThatTheSdkCannotKeep() {
        assertThatThrownBy(() -> settings(Duration.ofMillis(1500), Duration.ofSeconds(9)))
                .hasMessageContaining("passport.qiniu.connect-timeout");
        assertThatThrownBy(() -> settings(Duration.ZERO, Duration.ofSeconds(9)))
                .hasMessageContaining("passport.qiniu.connect-timeout");
    }

    @Test
    void printsNoKey() {
        assertThat(settings(Duration.ofSeconds(1), Duration.ofSeconds(7)).toString())
                .doesNotContain("access", "secret");
    }

    private static QiniuProperties settings(Duration connectTimeout, Duration timeLimit) {
        return new QiniuProperties(
                "access",
                "secret",
                "bucket",
                "https://cdn.test",
                "https://up.test",
                "https://rs.test",
                connectTimeout,
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                timeLimit);
    }
}
