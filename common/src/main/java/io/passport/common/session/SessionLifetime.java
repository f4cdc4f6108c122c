package io.passport.common.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a session lives. user-service creates sessions and the gateway extends them, both by these settings.
 *
 * @param idle a session ends when it is unused for this long
 * @param absolute a session ends at this age, even when it is used
 */
@ConfigurationProperties("passport.sessions.lifetime")
public record SessionLifetime(
        @DefaultValue("24h") Duration idle,
        @DefaultValue("30d") Duration absolute) {

    /**
     * @throws IllegalArgumentException when {@code idle} is not positive or longer than {@code absolute}; ends the start
     */
    public SessionLifetime {
        if (!idle.isPositive() || absolute.compareTo(idle) < 0) {
            throw new IllegalArgumentException(
                    "passport.sessions.lifetime: idle must be positive and at most absolute");
        }
    }

    /**
     * The time to live of a user's {@link SessionIndex}, set when a session is used: twice {@code idle}. The gateway sets it
     * at least every {@link #indexRefreshInterval} while sessions are used, so the index outlives its last session by at least
     * half of {@code idle}.
     */
    public Duration indexTtl() {
        return idle.multipliedBy(2);
    }

    /** How often the gateway refreshes the index's time to live: half of {@code idle}. */
    public Duration indexRefreshInterval() {
        return idle.dividedBy(2);
    }
}
