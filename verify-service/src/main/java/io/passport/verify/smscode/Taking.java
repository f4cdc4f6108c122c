package io.passport.verify.smscode;

/** What came of trying a code; the names are those that {@code take.lua} answers and user-service reads. */
enum Taking {
    /** Right, and now held by the ticket. */
    TAKEN,
    /** None is out, it was taken before, or no tries are left. */
    EXPIRED,
    /** Another code is out; that was one of its tries. */
    WRONG
}
