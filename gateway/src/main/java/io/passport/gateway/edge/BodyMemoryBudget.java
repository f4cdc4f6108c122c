package io.passport.gateway.edge;

import java.util.HashMap;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/**
 * The memory for the bodies of all requests in progress in this gateway. One subnet may use a quarter of it. {@link
 * BodyLimit} has two: one for uploads, one for all other bodies. Safe for several threads.
 */
final class BodyMemoryBudget {

    /** One subnet may use {@code 1 / SUBNET_SHARES} of the budget. */
    static final int SUBNET_SHARES = 4;

    /** The memory of a buffer besides its bytes, approximately. It matters for a body that arrives byte by byte. */
    private static final int BUFFER_OVERHEAD = 256;

    private final long size;
    private final Map<String, Long> reservedBySubnet = new HashMap<>();
    private long reserved;

    BodyMemoryBudget(DataSize size) {
        this.size = size.toBytes();
    }

    /** A new, empty reservation for one request from this subnet. The caller must release it when the request ends. */
    Reservation reservationFor(String subnet) {
        return new Reservation(subnet);
    }

    private synchronized boolean tryReserve(String subnet, long bytes) {
        long ofSubnet = reservedBySubnet.getOrDefault(subnet, 0L) + bytes;
        if (reserved + bytes > size || ofSubnet > size / SUBNET_SHARES) {
            return false;
        }
        reserved += bytes;
        reservedBySubnet.put(subnet, ofSubnet);
        return true;
    }

    private synchronized void release(String subnet, long bytes) {
        reserved -= bytes;
        reservedBySubnet.computeIfPresent(subnet, (it, all) -> all == bytes ? null : all - bytes);
    }

    /** The memory of one request. A buffer may arrive on one thread while another thread ends the request. */
    final class Reservation {

        private final String subnet;
        private long bytes;
        private boolean released;

        private Reservation(String subnet) {
            this.subnet = subnet;
        }

        /** Reserves memory for one more buffer. Returns false if the budget is used up or the request has ended. */
        synchronized boolean tryReserve(int bufferBytes) {
            long more = (long) bufferBytes + BUFFER_OVERHEAD;
            if (released || !BodyMemoryBudget.this.tryReserve(subnet, more)) {
                return false;
            }
            bytes += more;
            return true;
        }

        /** Releases everything that was reserved. Later reservations fail. */
        synchronized void release() {
            released = true;
            BodyMemoryBudget.this.release(subnet, bytes);
            bytes = 0;
        }
    }
}
