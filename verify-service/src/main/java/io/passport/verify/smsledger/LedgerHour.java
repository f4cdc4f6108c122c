package io.passport.verify.smsledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The hours of the ledger, in UTC. */
final class LedgerHour {

    private LedgerHour() {}

    /** The start of the hour that contains the time. */
    static Instant of(Instant time) {
        return time.truncatedTo(ChronoUnit.HOURS);
    }
}
