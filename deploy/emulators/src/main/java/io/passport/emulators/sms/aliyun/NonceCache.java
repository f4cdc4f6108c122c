package io.passport.emulators.sms.aliyun;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;

/** Used nonces, remembered as long as their timestamps are valid, so that none is used twice. */
final class NonceCache {

    // the heap is small, and load tests send many requests
    private static final int MAX_NONCES = 20_000;

    private final Duration ttl;
    private final LinkedHashMap<String, Instant> used = new LinkedHashMap<>();

    NonceCache(Duration ttl) {
        this.ttl = ttl;
    }

    /** Marks a nonce as used. Returns false if it was used before. */
    synchronized boolean use(String nonce, Instant now) {
        while (!used.isEmpty() && (used.size() >= MAX_NONCES || isExpired(now))) {
            used.pollFirstEntry();
        }
        return used.putIfAbsent(nonce, now) == null;
    }

    private boolean isExpired(Instant now) {
        return used.firstEntry().getValue().isBefore(now.minus(ttl));
    }
}
