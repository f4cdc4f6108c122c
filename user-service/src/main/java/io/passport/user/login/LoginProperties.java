package io.passport.user.login;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of an instance signing in by password may take.
 *
 * @param maxConcurrent sign-ins under way, those that only wait included; far fewer than the web server has connections
 */
@ConfigurationProperties("passport.sign-in")
record LoginProperties(@DefaultValue("2000") int maxConcurrent) {

    LoginProperties {
        if (maxConcurrent < 1) {
            throw new IllegalArgumentException("passport.sign-in.max-concurrent must be at least 1");
        }
    }
}
