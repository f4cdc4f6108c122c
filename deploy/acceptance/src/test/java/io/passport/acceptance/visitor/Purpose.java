package io.passport.acceptance.visitor;

import java.util.Locale;

/** What an SMS code can be sent for. */
public enum Purpose {
    REGISTER,
    LOGIN,
    RESET,
    MOBILE;

    /** As the API spells it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
