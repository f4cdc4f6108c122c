package io.passport.user.sessions;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sessions; how long they live is in {@link io.passport.common.session.SessionLifetime}. With an invalid value the service
 * does not start.
 *
 * @param perAccount sessions of one account at the same time; one more ends the oldest
 * @param cookie the session's cookie
 */
@ConfigurationProperties("passport.sessions")
record SessionProperties(
        @DefaultValue("10") int perAccount, @DefaultValue Cookie cookie) {

    SessionProperties {
        if (perAccount < 1) {
            throw new IllegalArgumentException("passport.sessions.per-account must be at least 1");
        }
    }

    /**
     * The session's cookie.
     *
     * @param secure whether browsers send it over https only; false only on a machine without https
     */
    record Cookie(@DefaultValue("true") boolean secure) {}
}
