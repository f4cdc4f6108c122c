package io.passport.gateway.edge;

import java.util.HashMap;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/** The memory that the bodies of all requests under way share; no network gets more than a quarter of it. */
final class BodyMemoryBudget {

    /** As many as fill it, at the least. */
    static final int SUBNET_SHARES = 4;

    /** What a part of a body takes besides its bytes, about: a body may come a byte at a time. */
    private static final int PART = 256;

    private final long bytes;
    private final Map<String, Long> byNetwork = new HashMap<>();
    private long taken;

    BodyMemoryBudget(DataSize size) {
        this.bytes = size.toBytes();
    }

    Reservation reservationFor(String network) {
        return new Reservation(network);
    }

    private synchronized boolean take(String network, long more) {
        long ofNetwork = byNetwork.getOrDefault(network, 0L) + more;
        if (taken + more > bytes || ofNetwork > bytes / SUBNET_SHARES) {
            return false;
        }
        taken += more;
        byNetwork.put(network, ofNetwork);
        return true;
    }

    private synchronized void giveBack(String network, long held) {
        taken -= held;
        byNetwork.computeIfPresent(network, (it, all) -> all == held ? null : all - held);
    }

    /** What one request takes of it. A body's last part may come while its request is given up by another thread. */
    final class Reservation {

        private final String network;
        private long held;
        private boolean left;

        private Reservation(String network) {
            this.network = network;
        }

        /** Takes the room of one part more; false when there is none, or the request is over. */
        synchronized boolean take(int partBytes) {
            long more = (long) partBytes + PART;
            if (left || !BodyMemoryBudget.this.take(network, more)) {
                return false;
            }
            held += more;
            return true;
        }

        /** Gives back all that was taken. */
        synchronized void leave() {
            left = true;
            giveBack(network, held);
            held = 0;
        }
    }
}
