package io.passport.media.avatar;

import io.passport.media.picture.PictureProperties;
import io.passport.media.storage.QiniuProperties;
import java.time.Duration;

/**
 * Checks on the settings as they were resolved that an upload is answered, well or badly, before the gateway gives up on
 * it. That each remote call's timeouts are shorter than its own limit is checked by its settings.
 */
final class TimeLimits {

    private TimeLimits() {}

    /**
     * @throws IllegalStateException naming the settings, when the parts may take longer than the whole
     */
    static void check(
            AvatarProperties avatar,
            PictureProperties picture,
            QiniuProperties qiniu,
            UserServiceProperties userService) {
        Duration longest = picture.maxWait()
                .plus(picture.timeLimit())
                .plus(qiniu.timeLimit())
                .plus(userService.timeLimit());
        if (longest.compareTo(avatar.gatewayTimeout()) >= 0) {
            throw new IllegalStateException("passport.picture.max-wait, passport.picture.time-limit,"
                    + " passport.qiniu.time-limit and passport.user-service.time-limit are " + longest
                    + " together, and must be shorter than passport.avatar.gateway-timeout, "
                    + avatar.gatewayTimeout());
        }
    }
}
