package io.passport.emulators.ratelimit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Counts a vendor's messages by number. Of very many numbers it forgets those that were heard of longest ago. */
public final class SmsRateLimiter {

    // a load test must not fill our small heap
    private static final int MAX_NUMBERS = 5_000;

    private final List<RateLimit> limits;
    private final LinkedHashMap<String, Deque<Instant>> sent = new LinkedHashMap<>();

    /** Knows these limits; where several forbid, the first is named. */
    public SmsRateLimiter(List<RateLimit> limits) {
        this.limits = List.copyOf(limits);
    }

    /** Counts one more message to this number, unless a limit isReached it: then that one. */
    public synchronized Optional<RateLimit> count(String mobile, Instant now) {
        Deque<Instant> before = recent(mobile, now);
        Optional<RateLimit> broken =
                limits.stream().filter(limit -> limit.isReached(before, now)).findFirst();
        if (broken.isEmpty()) {
            before.addLast(now);
        }
        sent.put(mobile, before);
        if (sent.size() > MAX_NUMBERS) {
            sent.pollFirstEntry();
        }
        return broken;
    }

    private Deque<Instant> recent(String mobile, Instant now) {
        Deque<Instant> times = sent.remove(mobile);
        if (times == null) {
            return new ArrayDeque<>();
        }
        Duration longest =
                limits.stream().map(RateLimit::period).max(Duration::compareTo).orElse(Duration.ZERO);
        times.removeIf(time -> !time.isAfter(now.minus(longest)));
        return times;
    }
}
