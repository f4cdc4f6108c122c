package io.passport.gateway.forwarding;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The instances of one service, used in turn. Safe for several threads. */
final class Instances {

    private final AtomicInteger position = new AtomicInteger();
    private volatile Instance @Nullable [] latest;
    private volatile @Nullable Instance substitute;

    /** Whether a list has been received, even an empty one, and is in use. */
    boolean areKnown() {
        return latest != null && substitute == null;
    }

    void replace(List<Instance> instances) {
        latest = instances.toArray(Instance[]::new);
    }

    /** The only instance while it is set; lists are kept for later. */
    void substitute(@Nullable Instance instance) {
        substitute = instance;
    }

    /** The next one, or null if there is none. */
    @Nullable
    Instance next() {
        Instance only = substitute;
        if (only != null) {
            return only;
        }
        Instance[] snapshot = latest;
        return snapshot == null || snapshot.length == 0
                ? null
                : snapshot[Math.floorMod(position.getAndIncrement(), snapshot.length)];
    }

    /** The next one after a failed attempt: another one if there is one, unless another thread has taken it. */
    @Nullable
    Instance nextAfter(Instance failed) {
        Instance next = next();
        return next != null && next.address().equals(failed.address()) ? next() : next;
    }
}
