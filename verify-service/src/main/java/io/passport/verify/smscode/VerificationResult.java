package io.passport.verify.smscode;

import com.fasterxml.jackson.annotation.JsonValue;

/** The result of {@link SmsCodes#consume}, with the names that {@code consume.lua} returns. */
enum VerificationResult {
    /** The code was right and is consumed, for the first time. */
    CONSUMED,
    /** The code was right and is consumed; it had been consumed before, by the same id or by one that released it. */
    CONSUMED_AGAIN,
    /** There is no code, it is consumed already, or no tries are left. */
    EXPIRED,
    /** The code was wrong; this used one of its tries. */
    WRONG;

    /** The name in responses: {@code CONSUMED}, {@code EXPIRED} or {@code WRONG}. */
    @JsonValue
    String wireName() {
        return this == CONSUMED_AGAIN ? CONSUMED.name() : name();
    }
}
