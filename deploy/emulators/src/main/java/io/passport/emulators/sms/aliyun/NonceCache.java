package io.passport.emulators.sms.aliyun;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;

/**
 * The nonces of accepted signatures, so that a request cannot be sent twice. Called for each request after its signature was
 * checked. Keeps at most 20,000: then the oldest is forgotten early and could be used again. Safe for concurrent use.
 */
final class NonceCache {

    // the heap is small, and load tests send many requests
    private static final int MAX_NONCES = 20_000;

    private final Duration ttl;
    private final LinkedHashMap<String, Instant> used = new LinkedHashMap<>();

    /** @param ttl how long a nonce is remembered; at least twice the validity of a timestamp */
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
