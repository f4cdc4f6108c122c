package io.passport.user.activity;

import java.util.Locale;

/** What happened; stored in lower case. */
public enum ActivityType {
    /** The account was made, and signed in to by the device that made it. */
    REGISTERED,
    SIGNED_IN,
    SIGNED_IN_FROM_NEW_DEVICE,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    MOBILE_CHANGED,
    SESSION_ENDED,
    /** All sessions but the caller's. */
    SESSIONS_ENDED;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
