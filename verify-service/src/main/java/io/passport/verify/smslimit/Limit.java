package io.passport.verify.smslimit;

import java.util.Locale;

/** What can refuse a message. */
enum Limit {
    NUMBER,
    ADDRESS,
    NETWORK,
    PURPOSE,
    BUDGET;

    /** As ledger and keys name it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
