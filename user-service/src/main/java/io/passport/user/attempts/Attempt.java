package io.passport.user.attempts;

import java.util.UUID;

/**
 * An attempt under way. It counts against the others until it is decided; closed undecided it is as if it had not been,
 * and one that nobody decides or closes fails by itself.
 */
public final class Attempt implements AutoCloseable {

    private final Lockouts lockouts;
    private final String id = UUID.randomUUID().toString();
    private final String key;
    private final LockoutPolicy policy;
    private final DistinctSubjectLimit spread;
    private boolean decided;

    Attempt(Lockouts lockouts, String key, LockoutPolicy policy, DistinctSubjectLimit spread) {
        this.lockouts = lockouts;
        this.key = key;
        this.policy = policy;
        this.spread = spread;
    }

    /** It was wrong: one more failure, and a lock if there are too many. */
    public void failed() {
        decide("fail");
    }

    /** It was right: all failures and locks before it are forgotten. */
    public void succeeded() {
        decide("succeed");
    }

    /** It is no more under way; nothing, if it was decided. */
    @Override
    public void close() {
        if (!decided) {
            decide("withdraw");
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

    DistinctSubjectLimit spread() {
        return spread;
    }
}
