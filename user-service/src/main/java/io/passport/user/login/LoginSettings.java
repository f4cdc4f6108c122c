package io.passport.user.login;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of an instance signing in by password may take.
 *
 * @param atOnce sign-ins under way, those that only wait included; far fewer than the web server has connections
 */
@ConfigurationProperties("passport.sign-in")
record LoginSettings(@DefaultValue("2000") int atOnce) {

    LoginSettings {
        if (atOnce < 1) {
            throw new IllegalArgumentException("passport.sign-in.at-once must be at least 1");
        }
    }
}
