package io.passport.common.timeout;

import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The longest time that something takes.
 *
 * @param description the settings that limit it, with their values: {@code passport.gateway-timeout (PT7S)}
 * @param value the duration
 */
public record Timeout(String description, Duration value) {

    /** The timeout that a setting gives, or a reserve for work that has no timeout. */
    public static Timeout of(String name, Duration value) {
        return new Timeout(name + " (" + value + ")", value);
    }

    /** The time limit of a circuit breaker, as resilience4j resolved it. */
    public static Timeout ofBreaker(String breaker, TimeLimiterRegistry limits) {
        return of(
                "resilience4j.timelimiter for " + breaker,
                limits.timeLimiter(breaker).getTimeLimiterConfig().getTimeoutDuration());
    }

    /** The time of several waits, one after another. */
    public static Timeout sum(Timeout... waits) {
        return new Timeout(
                Stream.of(waits).map(Timeout::description).collect(Collectors.joining(" + ")),
                Stream.of(waits).map(Timeout::value).reduce(Duration.ZERO, Duration::plus));
    }

    /** The time of the same wait so many times. */
    public Timeout times(int count) {
        return new Timeout(count + " × " + description, value.multipliedBy(count));
    }

    /** The description. */
    @Override
    public String toString() {
        return description;
    }
}
