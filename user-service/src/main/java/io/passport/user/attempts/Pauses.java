package io.passport.user.attempts;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What somebody who waits for others waits between two tries: longer each time, and at random, so that those who wait
 * together do not ask together.
 */
final class Pauses {

    private static final int SHORTEST_MS = 20;
    private static final int LONGEST_MS = 200;

    private int about = SHORTEST_MS;

    /** The next one, up to twice as long as it is about; all that is left where that is less. */
    Duration next(Duration left) {
        Duration pause = Duration.ofMillis(ThreadLocalRandom.current().nextInt(about, 2 * about));
        about = Math.min(2 * about, LONGEST_MS);
        return pause.compareTo(left) < 0 ? pause : left;
    }
}
