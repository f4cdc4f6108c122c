package io.passport.emulators.ratelimit;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * At most so many messages to one number in any stretch of time of this length.
 *
 * @param most how many
 * @param period in how long
 * @param refusal what the vendor says to one more: a code or a text of its own
 */
public record RateLimit(int most, Duration period, String refusal) {

    boolean isReached(Collection<Instant> sent, Instant now) {
        Instant start = now.minus(period);
        return sent.stream().filter(start::isBefore).count() >= most;
    }
}
