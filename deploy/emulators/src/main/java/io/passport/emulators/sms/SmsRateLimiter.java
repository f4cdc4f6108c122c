package io.passport.emulators.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Applies a vendor's rate limits to each number. Keeps the 5000 numbers that were used last;
 * for others the count begins again. Safe for concurrent use.
 */
public final class SmsRateLimiter {

    // the heap is small, and load tests use many numbers
    private static final int MAX_NUMBERS = 5_000;

    private final List<RateLimit> limits;
    private final LinkedHashMap<String, Deque<Instant>> sent = new LinkedHashMap<>();

    /** With these limits, which are checked in this order. */
    public SmsRateLimiter(List<RateLimit> limits) {
        this.limits = List.copyOf(limits);
    }

    /** Counts a message to this number, or returns the first limit that is reached; the message does not count then. */
    public synchronized Optional<RateLimit> count(String mobile, Instant now) {
        Deque<Instant> before = recent(mobile, now);
        Optional<RateLimit> reached =
                limits.stream().filter(limit -> limit.isReached(before, now)).findFirst();
        if (reached.isEmpty()) {
            before.addLast(now);
        }
        sent.put(mobile, before);
        if (sent.size() > MAX_NUMBERS) {
            sent.pollFirstEntry();
        }
        return reached;
    }

    private Deque<Instant> recent(String mobile, Instant now) {
        Deque<Instant> times = sent.remove(mobile);
        if (times == null) {
            return new ArrayDeque<>();
        }
        Duration longestWindow =
                limits.stream().map(RateLimit::window).max(Duration::compareTo).orElse(Duration.ZERO);
        times.removeIf(time -> !time.isAfter(now.minus(longestWindow)));
        return times;
    }
}
