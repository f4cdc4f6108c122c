package io.passport.gateway.edge;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.util.unit.DataSize;

/** The memory that the bodies of all requests under way share. */
final class BodyRoom {

    private final long bytes;
    private final AtomicLong taken = new AtomicLong();

    BodyRoom(DataSize size) {
        this.bytes = size.toBytes();
    }

    /** What one request takes of it. A body's last part may come while its request is given up by another thread. */
    final class Share {

        private long held;
        private boolean left;

        /** Takes so many bytes more; false when there is no room for them. */
        synchronized boolean take(int more) {
            if (!left) {
                held += more;
                taken.addAndGet(more);
            }
            return taken.get() <= bytes;
        }

        synchronized long held() {
            return held;
        }

        /** Gives back all that was taken; nothing is taken after. */
        synchronized void leave() {
            if (!left) {
                left = true;
                taken.addAndGet(-held);
            }
        }
    }
}
