package io.passport.verify.smsledger;

import java.util.Locale;

/** What can become of a message or its code. */
enum Event {
    /** A provider took it; the detail is the provider. */
    SENT,
    /** A provider may have taken it; the detail is the provider. It is counted as paid. */
    UNCERTAIN,
    /** No provider took it; the detail is the one that was asked last. */
    FAILED,
    /** A provider refused it, since the number had too many; the detail is the provider. */
    LIMITED,
    /** The guard refused it; the detail is the limit. */
    REFUSED,
    /** Its code was used. */
    VERIFIED,
    /** A wrong code was tried. */
    WRONG;

    /** As Redis and the database write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isPaid() {
        return this == SENT || this == UNCERTAIN;
    }
}
