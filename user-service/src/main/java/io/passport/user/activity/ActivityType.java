package io.passport.user.activity;

import java.util.Locale;

/** What happened to an account; stored in lower case. */
public enum ActivityType {
    /** Registered and signed in. */
    REGISTERED,
    SIGNED_IN,
    SIGNED_IN_FROM_NEW_DEVICE,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    MOBILE_CHANGED,
    SESSION_ENDED,
    /** All sessions except the caller's. */
    SESSIONS_ENDED;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
