package io.passport.bench.loginflood;

import java.util.Map;

/**
 * The result of one scenario: both halves, measured one after the other on the same machine.
 *
 * @param idle {@code GET /user} without other load
 * @param flooded {@code GET /user} during the flood
 * @param attempts the number of wrong passwords by the {@code errno} of their answers
 */
record ScenarioResult(Scenario scenario, ReadTimes idle, ReadTimes flooded, Map<String, Long> attempts) {

    private static final double TARGET = 2;

    /** p99 during the flood divided by p99 without it. */
    double ratio() {
        return (double) flooded.p99Micros() / idle.p99Micros();
    }

    /** Whether no read failed and the ratio is at most 2. */
    boolean meetsTarget() {
        return idle.failed() == 0 && flooded.failed() == 0 && ratio() <= TARGET;
    }

    @Override
    public String toString() {
        return "%s%n  idle  %s%n  flood %s%n  p99 during the flood / idle: %.2f (target: at most %.0f)   attempts by errno: %s"
                .formatted(scenario, idle, flooded, ratio(), TARGET, attempts);
    }
}
