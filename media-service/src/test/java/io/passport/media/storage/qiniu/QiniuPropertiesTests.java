package io.passport.media.storage.qiniu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QiniuPropertiesTests {

    @Test
    void bindWhenATimeoutIsNotInWholeSecondsThenItIsRejected() {
        assertThatThrownBy(() -> properties(Duration.ofMillis(1500)))
                .hasMessageContaining("passport.qiniu.connect-timeout");
        assertThatThrownBy(() -> properties(Duration.ZERO)).hasMessageContaining("passport.qiniu.connect-timeout");
    }

    @Test
    void printWhenKeysAreSetThenTheyAreNotShown() {
        assertThat(properties(Duration.ofSeconds(1)).toString()).doesNotContain("access", "secret");
    }

    private static QiniuProperties properties(Duration connectTimeout) {
        return new QiniuProperties(
                "access",
                "secret",
                "bucket",
                "https://cdn.test",
                "https://up.test",
                "https://rs.test",
                connectTimeout,
                Duration.ofSeconds(2),
                Duration.ofSeconds(3));
    }
}
