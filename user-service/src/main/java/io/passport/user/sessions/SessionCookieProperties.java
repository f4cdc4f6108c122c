package io.passport.user.sessions;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The session's cookie.
 *
 * @param secure whether browsers send it over https only; false is for a machine that has no https
 */
@ConfigurationProperties("passport.sessions.cookie")
record SessionCookieProperties(@DefaultValue("true") boolean secure) {}
