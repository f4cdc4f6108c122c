package io.passport.common.warmup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a start warms up.
 *
 * @param duration how long the tasks are repeated; 0 turns the warm-up off
 */
@ConfigurationProperties("passport.warm-up")
record WarmUpProperties(@DefaultValue("4s") Duration duration) {
    WarmUpProperties {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("passport.warm-up.duration is negative");
        }
    }
}
