package io.passport.emulators.faults;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** How a provider fails. In JSON the names are in lower case. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum FaultKind {
    /** Waits, then goes on as if nothing had happened: to the next fault or the true answer. */
    DELAY,
    /** Answers a given HTTP status with a body such as the provider's. */
    STATUS,
    /** Holds the connection for a while without a byte, then closes it. */
    HANG,
    /** Resets the connection (TCP RST). */
    RESET,
    /** Closes the connection without an answer. */
    REFUSE
}
