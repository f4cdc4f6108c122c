package io.passport.user.attempts;

import java.time.Duration;
import java.util.List;

/**
 * How many failures lock, and for how long. Invalid values throw {@code IllegalArgumentException}.
 *
 * @param failures that lock, at least one
 * @param within how long failures count, from the first of them
 * @param locks the lengths of the first, second, … lock; all later ones are as long as the last
 * @param forgottenAfter how long after the end of a lock the next one is longer; longer than any lock
 * @param maxWait how long an attempt waits for others in progress, when it would lock if all of them failed
 */
public record LockoutPolicy(
        int failures, Duration within, List<Duration> locks, Duration forgottenAfter, Duration maxWait) {

    public LockoutPolicy {
        if (failures < 1 || !within.isPositive() || locks.isEmpty() || maxWait.isNegative()) {
            throw new IllegalArgumentException(
                    "A lockout needs at least one failure, a positive time, a lock, and a max-wait of at least zero");
        }
        for (Duration lock : locks) {
            if (!lock.isPositive() || lock.compareTo(forgottenAfter) >= 0) {
                throw new IllegalArgumentException(
                        "A lock must be positive, and shorter than the time it is remembered");
            }
        }
        locks = List.copyOf(locks);
    }

    /** The same policy for an attempt that has waited already. */
    public LockoutPolicy after(Duration waited) {
        Duration left = maxWait.minus(waited);
        return withMaxWait(left.isNegative() ? Duration.ZERO : left);
    }

    /** The same policy, rejecting at once where it would wait. */
    public LockoutPolicy withoutWaiting() {
        return withMaxWait(Duration.ZERO);
    }

    private LockoutPolicy withMaxWait(Duration maxWait) {
        return new LockoutPolicy(failures, within, locks, forgottenAfter, maxWait);
    }
}
