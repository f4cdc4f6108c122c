package io.passport.verify.smslimit;

import io.passport.verify.slidingwindow.Window;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many messages are sent at most, each window written {@code <most>/<period>}.
 *
 * @param perNumber to one mobile number, whatever the purpose
 * @param perAddress on behalf of one client address
 */
@ConfigurationProperties("passport.sms-limit")
record SmsLimitSettings(
        @DefaultValue({"1/60s", "5/1h", "10/24h"}) List<Window> perNumber,
        @DefaultValue("20/1h") List<Window> perAddress) {

    SmsLimitSettings {
        if (perNumber.isEmpty() || perAddress.isEmpty()) {
            throw new IllegalArgumentException(
                    "passport.sms-limit.per-number and .per-address: each needs a window at least");
        }
    }
}
