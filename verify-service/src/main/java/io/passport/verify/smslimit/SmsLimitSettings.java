package io.passport.verify.smslimit;

import io.passport.verify.slidingwindow.Window;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many messages are sent at most, each window written {@code <most>/<period>}.
 *
 * @param perNumber to one mobile number, whatever the purpose; by default what Aliyun allows too
 * @param perAddress on behalf of one client: an address of IPv4, a /64 of IPv6
 * @param perNetwork on behalf of one /24 of IPv4 or /48 of IPv6
 * @param perPurpose for one purpose, so that an attack on registration leaves budget for signing in
 * @param budget in all: what the day may cost
 * @param tightening when and how the guard tightens by itself
 */
@ConfigurationProperties("passport.sms-limit")
record SmsLimitSettings(
        @DefaultValue({"1/60s", "5/1h", "10/24h"}) List<Window> perNumber,
        @DefaultValue({"20/1h", "60/24h"}) List<Window> perAddress,
        @DefaultValue({"100/1h", "300/24h"}) List<Window> perNetwork,
        @DefaultValue({"200/1m", "2000/1h", "7000/24h"}) List<Window> perPurpose,
        @DefaultValue({"300/1m", "3000/1h", "10000/24h"}) List<Window> budget,
        @DefaultValue Tightening tightening) {

    SmsLimitSettings {
        if (Stream.of(perNumber, perAddress, perNetwork, perPurpose, budget).anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("passport.sms-limit: each limit needs a window at least");
        }
    }

    /**
     * Few codes used means that nobody waits for them: somebody sends messages for the sake of sending. Every limit but the
     * number's is then cut, until the ratio is good again: the codes used within the period to those sent within it, five
     * minutes ago or earlier. Cut are the windows that are no longer than the period; a day's stay what the day may cost.
     *
     * @param period over which they are compared
     * @param leastSent below so many sent in the period, five minutes ago or earlier, nothing is judged
     * @param leastUsed percent of these
     * @param leaves percent of each window, when tightened
     */
    record Tightening(
            @DefaultValue("1h") Duration period,
            @DefaultValue("200") int leastSent,
            @DefaultValue("30") int leastUsed,
            @DefaultValue("25") int leaves) {

        Tightening {
            if (!period.isPositive() || leastSent < 1 || !isPercent(leastUsed) || !isPercent(leaves)) {
                throw new IllegalArgumentException(
                        "passport.sms-limit.tightening: a period, a number and two percentages (0 to 100)");
            }
        }

        private static boolean isPercent(int value) {
            return value >= 0 && value <= 100;
        }
    }
}
