package io.passport.user.login;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many failed sign-ins lock a number or an address, and for how long from the first of them.
 *
 * @param perMobile failures by number, wherever they come from
 * @param perAddress failures by client address, whatever the number; many people can share one
 * @param window in which they are counted, from the first; the lock ends with it
 */
@ConfigurationProperties("passport.sign-in.failures")
record LoginAttemptsSettings(
        @DefaultValue("5") int perMobile,
        @DefaultValue("100") int perAddress,
        @DefaultValue("10m") Duration window) {

    LoginAttemptsSettings {
        if (perMobile < 1 || perAddress < 1 || !window.isPositive()) {
            throw new IllegalArgumentException("passport.sign-in.failures: limits and window must be positive");
        }
    }
}
