package io.passport.user.activity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The activity log. With an invalid value the service does not start.
 *
 * @param retention how long an entry is kept; at least a day
 */
@ConfigurationProperties("passport.activity")
record ActivityProperties(@DefaultValue("180d") Duration retention) {

    ActivityProperties {
        if (retention.toDays() < 1) {
            throw new IllegalArgumentException("passport.activity.retention must be at least a day");
        }
    }
}
