package io.passport.common.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a session lives; the same in the gateway, which slides it, and in user-service, which creates it.
 *
 * @param idle ends it when unused for so long
 * @param absolute ends it however much it is used
 */
@ConfigurationProperties("passport.sessions.lifetime")
public record SessionLifetime(
        @DefaultValue("24h") Duration idle,
        @DefaultValue("30d") Duration absolute) {

    public SessionLifetime {
        if (!idle.isPositive() || absolute.compareTo(idle) < 0) {
            throw new IllegalArgumentException(
                    "passport.sessions.lifetime: idle must be positive and at most absolute");
        }
    }

    /**
     * How long a user's {@link SessionIndex} lives after it was last told that a session is in use: twice {@code idle}. Whoever
     * slides a session tells the index at least every {@link #indexRefreshInterval}, so it outlives every session in it by at least
     * half of {@code idle}, and is gone soon after the last of them.
     */
    public Duration indexTtl() {
        return idle.multipliedBy(2);
    }

    /** How old the last word to the index may be when a session is slid: half of {@code idle}. */
    public Duration indexRefreshInterval() {
        return idle.dividedBy(2);
    }
}
