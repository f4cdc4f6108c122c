package io.passport.user.sessions;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many sessions there may be.
 *
 * @param perAccount at the same time; one more, and the oldest ends
 */
@ConfigurationProperties("passport.sessions")
record SessionProperties(@DefaultValue("10") int perAccount) {

    SessionProperties {
        if (perAccount < 1) {
            throw new IllegalArgumentException("passport.sessions.per-account must be at least 1");
        }
    }
}
