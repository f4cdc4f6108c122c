package io.passport.user.password;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of an instance password hashing may use. With an invalid value the service does not start.
 *
 * @param maxConcurrent hashes at the same time; unless set, half as many as there are cores, at least one
 * @param maxQueued how many may wait for each of these; more are rejected at once
 * @param maxWait how long a request waits for its hash to begin
 */
@ConfigurationProperties("passport.password-hashing")
public record PasswordHashingProperties(
        @Nullable Integer maxConcurrent,
        @DefaultValue("50") int maxQueued,
        @DefaultValue("2500ms") Duration maxWait) {

    public PasswordHashingProperties {
        if (maxConcurrent != null && maxConcurrent < 1) {
            throw new IllegalArgumentException("passport.password-hashing.max-concurrent must be at least 1");
        }
        if (maxQueued < 0 || maxWait.isNegative()) {
            throw new IllegalArgumentException(
                    "passport.password-hashing.max-queued and .max-wait must not be negative");
        }
    }

    int permits() {
        return maxConcurrent == null ? Math.max(1, Runtime.getRuntime().availableProcessors() / 2) : maxConcurrent;
    }

    /** How many may run or wait. */
    int queueSize() {
        return permits() * (1 + maxQueued);
    }
}
