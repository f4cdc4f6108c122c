package io.passport.user.password;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the machine password hashing may take.
 *
 * @param maxConcurrent hashes at the same time; half as many as there are cores unless set, at least one: the others stay for
 *     everybody else
 * @param maxQueued how many may wait for one of these places each; more are refused at once
 * @param maxWait how long a sign-in waits for its turn
 */
@ConfigurationProperties("passport.password-hashing")
record PasswordHashingProperties(
        @Nullable Integer maxConcurrent,
        @DefaultValue("50") int maxQueued,
        @DefaultValue("2500ms") Duration maxWait) {

    PasswordHashingProperties {
        if (maxConcurrent != null && maxConcurrent < 1) {
            throw new IllegalArgumentException("passport.password-hashing.max-concurrent must be at least 1");
        }
        if (maxQueued < 0) {
            throw new IllegalArgumentException("passport.password-hashing.max-queued must not be negative");
        }
    }

    int permits() {
        return maxConcurrent == null ? Math.max(1, Runtime.getRuntime().availableProcessors() / 2) : maxConcurrent;
    }

    /** How many may have or await a turn. */
    int admissions() {
        return permits() * (1 + maxQueued);
    }
}
