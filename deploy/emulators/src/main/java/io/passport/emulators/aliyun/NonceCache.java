package io.passport.emulators.aliyun;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;

/** The nonces of the requests whose timestamps would still be taken, so that none is taken twice. */
final class NonceCache {

    // a load test must not fill our small heap
    private static final int MAX_ENTRIES = 20_000;

    private final Duration kept;
    private final LinkedHashMap<String, Instant> used = new LinkedHashMap<>();

    NonceCache(Duration kept) {
        this.kept = kept;
    }

    /** Uses this nonce, if it was not used before. */
    synchronized boolean use(String nonce, Instant now) {
        while (!used.isEmpty() && (used.size() >= MAX_ENTRIES || isOver(now))) {
            used.pollFirstEntry();
        }
        return used.putIfAbsent(nonce, now) == null;
    }

    private boolean isOver(Instant now) {
        return used.firstEntry().getValue().isBefore(now.minus(kept));
    }
}
