package io.passport.verify.smsprovider;

import java.time.Duration;

/**
 * How long each waits for the next: every inner wait must end first, or an outer one reports what nobody can act on.
 *
 * @param provider whom the settings are about
 * @param connect for a connection to the provider
 * @param read for the whole of an attempt, connecting included
 * @param timeLimit of the breaker, for the whole call
 */
record Patience(String provider, Duration connect, Duration read, Duration timeLimit) {

    /**
     * Ends the start when the order is another.
     *
     * @param deadline for the decision, whoever is asked
     * @param gateway of the gateway, for this service
     * @throws IllegalStateException that names the settings
     */
    void check(Duration deadline, Duration gateway) {
        requireShorter(connectSetting(), connect, setting("read-timeout"), read);
        requireShorter(setting("read-timeout"), read, limitSetting(), timeLimit);
        requireShorter(limitSetting(), timeLimit, "passport.sms.deadline", deadline);
        requireShorter("passport.sms.deadline", deadline, "passport.gateway-timeout", gateway);
    }

    /**
     * Ends the start when another could never be asked after this one was waited for in vain.
     *
     * @throws IllegalStateException that names the settings
     */
    void checkThatItLeavesTimeFor(Patience other, Duration deadline) {
        requireShorter(
                connectSetting() + " with " + other.limitSetting(),
                connect.plus(other.timeLimit),
                "passport.sms.deadline",
                deadline);
    }

    private String connectSetting() {
        return setting("connect-timeout");
    }

    private String limitSetting() {
        return "resilience4j.timelimiter.instances." + provider + ".timeout-duration";
    }

    private String setting(String name) {
        return "passport." + provider + "." + name;
    }

    private static void requireShorter(String inner, Duration shorter, String outer, Duration longer) {
        if (shorter.compareTo(longer) >= 0) {
            throw new IllegalStateException(
                    "%s (%s) must be shorter than %s (%s)".formatted(inner, shorter, outer, longer));
        }
    }
}
