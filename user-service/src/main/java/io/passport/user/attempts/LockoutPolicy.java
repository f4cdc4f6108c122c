package io.passport.user.attempts;

import java.time.Duration;
import java.util.List;

/**
 * How many failures lock, and for how long.
 *
 * @param failures that lock, at least one
 * @param within so long they count, from the first of them on
 * @param locks how long the first, second, … lock lasts; all further ones as long as the last
 * @param forgottenAfter no lock for so long, and the next is a first one again; longer than any lock
 * @param maxWait how long one attempt waits for others that are under way, when all of them failing would lock
 */
public record LockoutPolicy(
        int failures, Duration within, List<Duration> locks, Duration forgottenAfter, Duration maxWait) {

    public LockoutPolicy {
        if (failures < 1 || !within.isPositive() || locks.isEmpty() || maxWait.isNegative()) {
            throw new IllegalArgumentException(
                    "A lockout needs failures that lock, their time, a lock, and a max-wait");
        }
        for (Duration lock : locks) {
            if (!lock.isPositive() || lock.compareTo(forgottenAfter) >= 0) {
                throw new IllegalArgumentException("A lock must be positive, and shorter than what is remembered");
            }
        }
        locks = List.copyOf(locks);
    }

    /** The same for who has waited so long already. */
    public LockoutPolicy after(Duration waited) {
        Duration left = maxWait.minus(waited);
        return new LockoutPolicy(failures, within, locks, forgottenAfter, left.isNegative() ? Duration.ZERO : left);
    }

    /** The same for who waits for nobody. */
    public LockoutPolicy withoutWaiting() {
        return new LockoutPolicy(failures, within, locks, forgottenAfter, Duration.ZERO);
    }
}
