package io.passport.verify.smslimit;

import java.util.Locale;

/** The limits of SMS. {@link SmsLimitProperties} describes each. The budget is the limit for all messages together. */
enum SmsLimit {
    NUMBER,
    ADDRESS,
    NETWORK,
    PURPOSE,
    BUDGET;

    /** The name in the ledger and in keys, in lower case. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
