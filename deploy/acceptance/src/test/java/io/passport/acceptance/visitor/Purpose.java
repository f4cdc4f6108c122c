package io.passport.acceptance.visitor;

import java.util.Locale;

/** The purposes of SMS codes. */
public enum Purpose {
    REGISTER,
    LOGIN,
    RESET,
    MOBILE;

    /** As in the API. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
