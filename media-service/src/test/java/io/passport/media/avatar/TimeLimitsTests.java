package io.passport.media.avatar;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.passport.media.picture.PictureSettings;
import io.passport.media.storage.QiniuSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeLimitsTests {

    private static final PictureSettings PICTURE =
            new PictureSettings(512, 0.9f, 1, 1, 1, 1, Duration.ofSeconds(3), Duration.ofSeconds(1), 1);
    private static final UserServiceSettings USER_SERVICE =
            new UserServiceSettings(Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(3));

    @Test
    void refusesToStartWhenTheGatewayWouldGiveUpFirst() {
        assertThatThrownBy(() -> check(Duration.ofSeconds(14)))
                .hasMessageContaining("passport.avatar.gateway-timeout")
                .hasMessageContaining("passport.qiniu.time-limit");
        assertThatCode(() -> check(Duration.ofSeconds(15))).doesNotThrowAnyException();
    }

    @Test
    void refusesTimeoutsThatOutlastTheCall() {
        assertThatThrownBy(() ->
                        new UserServiceSettings(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3)))
                .hasMessageContaining("passport.user-service.time-limit");
        assertThatThrownBy(() -> new UserServiceSettings(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(3)))
                .hasMessageContaining("passport.user-service.connect-timeout");
    }

    private static void check(Duration gatewayTimeout) {
        var qiniu = new QiniuSettings(
                "a",
                "s",
                "b",
                "https://cdn.test",
                "https://up.test",
                "https://rs.test",
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(7));
        TimeLimits.check(new AvatarSettings(gatewayTimeout, 1), PICTURE, qiniu, USER_SERVICE);
    }
}
