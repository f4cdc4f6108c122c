package io.passport.verify.smsledger;

import java.util.Locale;

/** The outcomes of messages and codes. */
enum LedgerEvent {
    /** The vendor accepted the message; the detail is the vendor. */
    SENT,
    /** The message may have been sent, it counts as paid; the detail is the vendor. */
    UNCERTAIN,
    /** No vendor sent the message; the detail is the vendor that was tried last. */
    FAILED,
    /** The vendor limits messages to the number; the detail is the vendor. */
    LIMITED,
    /** A limit of this service was exceeded; the detail is the limit. */
    REFUSED,
    /** The code was consumed for the first time. */
    VERIFIED,
    /** A wrong code was entered. */
    WRONG;

    /** The name in Redis, the database and metrics, in lower case. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isPaid() {
        return this == SENT || this == UNCERTAIN;
    }
}
