package io.passport.verify.smsledger;

import java.util.Locale;

/** What the ledger counts. The comments name the {@link LedgerKey#detail}; without one it is empty. */
enum LedgerEvent {
    /** A vendor accepted the message. The detail is the vendor. */
    SENT,
    /** It is unknown whether the vendor sent the message. It counts as paid. The detail is the vendor. */
    UNCERTAIN,
    /** No vendor sent the message. The detail is the vendor that was tried last. */
    FAILED,
    /** The vendor did not send, because the number has had too many messages. The detail is the vendor. */
    LIMITED,
    /** This service did not send, because one of its limits was reached. The detail is the limit. */
    REFUSED,
    /** A user entered the right code, and it was consumed for the first time. */
    VERIFIED,
    /** A user entered a wrong code. */
    WRONG;

    /** The name in Redis, the database and metrics, in lower case. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isPaid() {
        return this == SENT || this == UNCERTAIN;
    }
}
