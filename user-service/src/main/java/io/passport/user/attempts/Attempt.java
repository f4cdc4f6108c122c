package io.passport.user.attempts;

import java.util.UUID;

/**
 * An attempt in progress, begun by {@link Lockouts}. It counts as a failure until it is decided. Closing it without a result
 * cancels it. An attempt that is never closed counts as failed after 10 s. One request uses it, on one thread. All methods
 * throw {@code DataAccessException} when Redis is unavailable; then it stays undecided.
 */
public final class Attempt implements AutoCloseable {

    private final Lockouts lockouts;
    private final String id = UUID.randomUUID().toString();
    private final String key;
    private final LockoutPolicy policy;
    private final DistinctSubjectLimit subjectLimit;
    private boolean decided;

    Attempt(Lockouts lockouts, String key, LockoutPolicy policy, DistinctSubjectLimit subjectLimit) {
        this.lockouts = lockouts;
        this.key = key;
        this.policy = policy;
        this.subjectLimit = subjectLimit;
    }

    /** Counts a failure, and locks if there are too many. */
    public void failed() {
        decide("fail");
    }

    /** Deletes all failures and locks. */
    public void succeeded() {
        decide("succeed");
    }

    /** Cancels the attempt, if it is not decided. */
    @Override
    public void close() {
        if (!decided) {
            decide("cancel");
        }
    }

    private void decide(String step) {
        lockouts.step(step, this);
        decided = true;
    }

    String id() {
        return id;
    }

    String key() {
        return key;
    }

    LockoutPolicy policy() {
        return policy;
    }

    DistinctSubjectLimit subjectLimit() {
        return subjectLimit;
    }
}
