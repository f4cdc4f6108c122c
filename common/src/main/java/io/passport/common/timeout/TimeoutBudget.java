package io.passport.common.timeout;

/**
 * Nested timeouts. An inner one must end first: otherwise the outer one ends, and the log and the circuit breaker do not
 * learn the cause. A module declares all of its budgets in one configuration class, which checks them at start-up; a wrong
 * one ends the start.
 */
public final class TimeoutBudget {

    private TimeoutBudget() {}

    /**
     * Checks that each timeout is shorter than the next.
     *
     * @param innerToOuter at least two, such as the sum of a call's timeouts, its breaker's time limit, the gateway's timeout
     * @throws IllegalStateException naming the settings and values of the first pair that is not in order
     */
    public static void check(Timeout... innerToOuter) {
        for (int i = 1; i < innerToOuter.length; i++) {
            Timeout inner = innerToOuter[i - 1];
            Timeout outer = innerToOuter[i];
            if (inner.value().compareTo(outer.value()) >= 0) {
                throw new IllegalStateException("%s must be shorter than %s".formatted(inner, outer));
            }
        }
    }
}
