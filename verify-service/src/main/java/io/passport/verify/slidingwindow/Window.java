package io.passport.verify.slidingwindow;

import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/**
 * A limit of so many in any period of this length. Settings write it {@code 5/1h}.
 *
 * @param max at least 1
 * @param period at least 1 ms
 */
public record Window(int max, Duration period) {

    public Window {
        if (max < 1 || period.toMillis() < 1) {
            throw new IllegalArgumentException("A window allows at least 1 in a period of at least 1 ms");
        }
    }

    /**
     * Reads {@code <max>/<period>}, the period in the notation of Spring Boot. Spring calls it for each setting at start-up.
     *
     * @throws IllegalArgumentException when the text is malformed
     */
    public static Window of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("A window is written <max>/<period>, for example 5/1h");
        }
        return new Window(
                Integer.parseInt(text.substring(0, slash).strip()),
                DurationStyle.detectAndParse(text.substring(slash + 1).strip()));
    }
}
