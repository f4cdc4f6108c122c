package io.passport.verify.smsprovider;

import java.time.Duration;

/**
 * How long each waits for the next: every inner wait must end first, or an outer one reports what nobody can act on.
 *
 * @param connect for a connection to the provider
 * @param read for the provider's answer
 * @param timeLimit of the breaker, for the whole call
 * @param gateway of the gateway, for this service
 */
record Patience(Duration connect, Duration read, Duration timeLimit, Duration gateway) {

    /**
     * Ends the start when the order is another.
     *
     * @throws IllegalStateException that names the settings
     */
    void check() {
        requireShorter("passport.yuntongxun.connect-timeout", connect, "passport.yuntongxun.read-timeout", read);
        requireShorter(
                "passport.yuntongxun.read-timeout",
                read,
                "resilience4j.timelimiter.instances.yuntongxun.timeout-duration",
                timeLimit);
        requireShorter(
                "resilience4j.timelimiter.instances.yuntongxun.timeout-duration",
                timeLimit,
                "passport.gateway-timeout",
                gateway);
    }

    private static void requireShorter(String inner, Duration shorter, String outer, Duration longer) {
        if (shorter.compareTo(longer) >= 0) {
            throw new IllegalStateException(
                    "%s (%s) must be shorter than %s (%s)".formatted(inner, shorter, outer, longer));
        }
    }
}
