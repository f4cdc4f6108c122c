package io.passport.media.avatar;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.passport.media.picture.PictureProperties;
import io.passport.media.storage.QiniuProperties;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeLimitsTests {

    private static final PictureProperties PICTURE =
            new PictureProperties(512, 0.9f, 1, 1, 1, 1, Duration.ofSeconds(3), Duration.ofSeconds(1), 1);
    private static final UserServiceProperties USER_SERVICE =
            new UserServiceProperties(Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(3));

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
                        new UserServiceProperties(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3)))
                .hasMessageContaining("passport.user-service.time-limit");
        assertThatThrownBy(() -> new UserServiceProperties(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(3)))
                .hasMessageContaining("passport.user-service.connect-timeout");
    }

    private static void check(Duration gatewayTimeout) {
        var qiniu = new QiniuProperties(
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
        TimeLimits.check(new AvatarProperties(gatewayTimeout, 1), PICTURE, qiniu, USER_SERVICE);
    }
}
