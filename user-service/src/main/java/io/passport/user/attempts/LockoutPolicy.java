package io.passport.user.attempts;

import java.time.Duration;
import java.util.List;

/**
 * How many failures lock, and for how long.
 *
 * @param failures that lock, at least one
 * @param locks how long the first, second, … lock lasts; all further ones as long as the last
 * @param forgottenAfter no failure for so long, and there never was one; longer than any lock
 * @param patience how long one attempt waits for others that are under way, when all of them failing would lock
 */
public record LockoutPolicy(int failures, List<Duration> locks, Duration forgottenAfter, Duration patience) {

    public LockoutPolicy {
        if (failures < 1 || locks.isEmpty() || patience.isNegative()) {
            throw new IllegalArgumentException("A lockout needs failures that lock, a lock, and patience");
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
        Duration left = patience.minus(waited);
        return new LockoutPolicy(failures, locks, forgottenAfter, left.isNegative() ? Duration.ZERO : left);
    }
}
