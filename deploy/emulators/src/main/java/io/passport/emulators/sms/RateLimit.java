package io.passport.emulators.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * A vendor's limit on messages to one number in a sliding window.
 *
 * @param max messages in the window
 * @param window the window's length
 * @param error the vendor's error code or text when the limit is exceeded
 */
public record RateLimit(int max, Duration window, String error) {
    /** Whether a further message now would exceed the limit. */
    boolean isReached(Collection<Instant> sent, Instant now) {
        Instant start = now.minus(window);
        return sent.stream().filter(start::isBefore).count() >= max;
    }
}
