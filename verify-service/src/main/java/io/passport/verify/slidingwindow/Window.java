package io.passport.verify.slidingwindow;

import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/**
 * At most so many in any stretch of time of this length. Settings write it {@code 5/1h}.
 *
 * @param most at least one
 * @param period at least a millisecond
 */
public record Window(int most, Duration period) {

    public Window {
        if (most < 1 || period.toMillis() < 1) {
            throw new IllegalArgumentException("A window allows at least one in at least a millisecond");
        }
    }

    /**
     * Reads {@code <most>/<period>}, the period as Spring Boot writes durations.
     *
     * @throws IllegalArgumentException when it is nothing of the kind
     */
    public static Window of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("A window is written <most>/<period>, 5/1h say");
        }
        return new Window(
                Integer.parseInt(text.substring(0, slash).strip()),
                DurationStyle.detectAndParse(text.substring(slash + 1).strip()));
    }
}
