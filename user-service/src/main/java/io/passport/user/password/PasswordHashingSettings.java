package io.passport.user.password;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the machine password hashing may take.
 *
 * @param atOnce hashes at the same time; half as many as there are cores unless set, at least one: the others stay for
 *     everybody else
 * @param waiting how many may wait for one of these places each; more are refused at once
 * @param patience how long a sign-in waits for its turn
 */
@ConfigurationProperties("passport.password-hashing")
record PasswordHashingSettings(
        @Nullable Integer atOnce,
        @DefaultValue("50") int waiting,
        @DefaultValue("2500ms") Duration patience) {

    PasswordHashingSettings {
        if (atOnce != null && atOnce < 1) {
            throw new IllegalArgumentException("passport.password-hashing.at-once must be at least 1");
        }
        if (waiting < 0) {
            throw new IllegalArgumentException("passport.password-hashing.waiting must not be negative");
        }
    }

    int turns() {
        return atOnce == null ? Math.max(1, Runtime.getRuntime().availableProcessors() / 2) : atOnce;
    }

    /** How many may have or await a turn. */
    int places() {
        return turns() * (1 + waiting);
    }
}
