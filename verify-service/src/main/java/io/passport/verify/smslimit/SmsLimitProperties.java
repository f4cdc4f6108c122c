package io.passport.verify.smslimit;

import io.passport.verify.slidingwindow.Window;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of SMS. Each window is written {@code <max>/<period>}. A wrong value ends the start with an {@link
 * IllegalArgumentException} that names the setting.
 *
 * @param perNumber for one mobile number and all purposes; the default equals Aliyun's own limits
 * @param perAddress for one client: an IPv4 address or an IPv6 /64
 * @param perNetwork for an IPv4 /24 or an IPv6 /48
 * @param perPurpose for one purpose, so that an attack on registration does not use up the budget of sign-in
 * @param budget for all messages; limits the cost of a day
 * @param tightening when and how far the limits are reduced
 */
@ConfigurationProperties("passport.sms-limit")
record SmsLimitProperties(
        @DefaultValue({"1/60s", "5/1h", "10/24h"}) List<Window> perNumber,
        @DefaultValue({"20/1h", "60/24h"}) List<Window> perAddress,
        @DefaultValue({"100/1h", "300/24h"}) List<Window> perNetwork,
        @DefaultValue({"200/1m", "2000/1h", "7000/24h"}) List<Window> perPurpose,
        @DefaultValue({"300/1m", "3000/1h", "10000/24h"}) List<Window> budget,
        @DefaultValue Tightening tightening) {

    SmsLimitProperties {
        if (Stream.of(perNumber, perAddress, perNetwork, perPurpose, budget).anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("passport.sms-limit: each limit needs at least one window");
        }
    }

    /**
     * If few of the sent codes are used, an attacker may be sending messages only to cause cost (SMS pumping). All limits
     * except the one for a number are then reduced, until enough codes are used again. Compared are the codes used in the
     * period and the codes sent in it at least five minutes ago. Only windows up to the length of the period are reduced, so
     * the budget of a day stays the same.
     *
     * @param period of the comparison
     * @param minSent no tightening when fewer were sent
     * @param minUsedPercent tightening below this percentage of used codes
     * @param remainingPercent what remains of each window when tightened
     */
    record Tightening(
            @DefaultValue("1h") Duration period,
            @DefaultValue("200") int minSent,
            @DefaultValue("30") int minUsedPercent,
            @DefaultValue("25") int remainingPercent) {

        Tightening {
            if (!period.isPositive() || minSent < 1 || !isPercent(minUsedPercent) || !isPercent(remainingPercent)) {
                throw new IllegalArgumentException(
                        "passport.sms-limit.tightening: period and min-sent must be positive, the percentages 0 to 100");
            }
        }

        private static boolean isPercent(int value) {
            return value >= 0 && value <= 100;
        }
    }
}
