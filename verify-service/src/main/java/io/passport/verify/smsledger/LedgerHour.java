package io.passport.verify.smsledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The hour as the ledger's unit, the same for all instances. */
final class LedgerHour {

    private LedgerHour() {}

    /** The beginning of the hour, UTC. */
    static Instant of(Instant time) {
        return time.truncatedTo(ChronoUnit.HOURS);
    }
}
