package io.passport.media.avatar;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long user-service may take.
 *
 * @param connectTimeout for the connection
 * @param readTimeout for the answer
 * @param timeLimit for the whole call; more than the two together
 */
@ConfigurationProperties("passport.user-service")
record UserServiceProperties(
        @DefaultValue("500ms") Duration connectTimeout,
        @DefaultValue("2s") Duration readTimeout,
        @DefaultValue("3s") Duration timeLimit) {

    UserServiceProperties {
        if (!connectTimeout.isPositive() || !readTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "passport.user-service.connect-timeout and read-timeout must be positive");
        }
        if (connectTimeout.plus(readTimeout).compareTo(timeLimit) >= 0) {
            throw new IllegalArgumentException(
                    "passport.user-service.time-limit must be longer than connect-timeout and read-timeout together");
        }
    }
}
