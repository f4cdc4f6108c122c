package io.passport.emulators.frequency;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Counts a vendor's messages by number. Of very many numbers it forgets those that were heard of longest ago. */
public final class Frequency {

    // a load test must not fill our small heap
    private static final int MOST_NUMBERS = 5_000;

    private final List<Limit> limits;
    private final LinkedHashMap<String, Deque<Instant>> sent = new LinkedHashMap<>();

    /** Knows these limits; where several forbid, the first is named. */
    public Frequency(List<Limit> limits) {
        this.limits = List.copyOf(limits);
    }

    /** Counts one more message to this number, unless a limit forbids it: then that one. */
    public synchronized Optional<Limit> count(String mobile, Instant now) {
        Deque<Instant> before = recent(mobile, now);
        Optional<Limit> broken =
                limits.stream().filter(limit -> limit.forbids(before, now)).findFirst();
        if (broken.isEmpty()) {
            before.addLast(now);
        }
        sent.put(mobile, before);
        if (sent.size() > MOST_NUMBERS) {
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
                limits.stream().map(Limit::period).max(Duration::compareTo).orElse(Duration.ZERO);
        times.removeIf(time -> !time.isAfter(now.minus(longest)));
        return times;
    }
}
