package io.passport.user.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When an account sleeps.
 *
 * @param dormantAfter not signed in to for so long; at least a day
 */
@ConfigurationProperties("passport.sign-in")
record DormancyProperties(@DefaultValue("180d") Duration dormantAfter) {

    DormancyProperties {
        if (dormantAfter.toDays() < 1) {
            throw new IllegalArgumentException("passport.sign-in.dormant-after must be at least a day");
        }
    }
}
