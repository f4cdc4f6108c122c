package io.passport.verify.smscode;

import com.fasterxml.jackson.annotation.JsonValue;

/** What came of trying a code; the names are those that {@code take.lua} answers. */
enum Taking {
    /** Right, now held by the ticket, and never taken before. */
    TAKEN,
    /** Right and held by the ticket; this code was taken before, by that ticket or by one that gave it back. */
    TAKEN_AGAIN,
    /** None is out, it was taken before, or no tries are left. */
    EXPIRED,
    /** Another code is out; that was one of its tries. */
    WRONG;

    /** What user-service reads: {@code TAKEN}, {@code EXPIRED} or {@code WRONG}. */
    @JsonValue
    String wireName() {
        return this == TAKEN_AGAIN ? TAKEN.name() : name();
    }
}
