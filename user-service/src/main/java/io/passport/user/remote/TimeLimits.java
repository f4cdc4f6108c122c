package io.passport.user.remote;

import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Checks at start-up, on the settings as they were resolved, that this service answers before the gateway gives it up. A
 * call to another process ends by its own timeouts, then by its breaker's time limit, then by the gateway's: in any other
 * order the caller would give up first, and the breaker would never learn why. What a request waits for in here, a turn to
 * hash say, ends before the gateway's.
 */
@Component
public class TimeLimits {

    /** What a request takes besides its waits: a hash itself, and what it asks of the database and Redis. */
    private static final Duration WORK = Duration.ofMillis(750);

    private final TimeLimiterRegistry limits;
    private final Duration gateway;

    TimeLimits(TimeLimiterRegistry limits, @Value("${passport.gateway-timeout}") Duration gateway) {
        this.limits = limits;
        this.gateway = gateway;
    }

    /**
     * Checks one call to another process.
     *
     * @param settings whose timeouts they are, for the message
     * @param own the longest that the call may take by its own timeouts
     * @param breaker the breaker's name
     * @throws IllegalStateException when the order is broken
     */
    public void check(String settings, Duration own, String breaker) {
        Duration limit = limits.timeLimiter(breaker).getTimeLimiterConfig().getTimeoutDuration();
        if (own.compareTo(limit) >= 0 || limit.compareTo(gateway) >= 0) {
            throw new IllegalStateException(
                    ("%s (%s) must be shorter than resilience4j.timelimiter for %s (%s), and that"
                                    + " shorter than passport.gateway-timeout (%s)")
                            .formatted(settings, own, breaker, limit, gateway));
        }
    }

    /**
     * Checks what no breaker ends: waits in this service, alone or together with a call. Time for the work itself must be
     * left.
     *
     * @param settings whose waits they are, for the message
     * @param own the longest that a request may take by them
     * @throws IllegalStateException when the gateway would give up first
     */
    public void checkWait(String settings, Duration own) {
        if (own.plus(WORK).compareTo(gateway) >= 0) {
            throw new IllegalStateException(
                    "%s (%s) and the work (%s) must be shorter than passport.gateway-timeout (%s)"
                            .formatted(settings, own, WORK, gateway));
        }
    }
}
