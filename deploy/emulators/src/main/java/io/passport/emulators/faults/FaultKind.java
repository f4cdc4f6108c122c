package io.passport.emulators.faults;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** How a provider fails. The names are lower case in JSON. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum FaultKind {
    /** Waits, then continues with the next fault or the normal response. */
    DELAY,
    /** Responds with an HTTP status and the provider's error body. */
    STATUS,
    /** Sends nothing for a while, then closes the connection. */
    HANG,
    /** Resets the connection (TCP RST). */
    RESET,
    /** Closes the connection without a response. */
    REFUSE
}
