package io.passport.bench.loginflood;

import java.util.Map;

/**
 * One scenario, both halves of it measured one after the other on the same machine.
 *
 * @param idle {@code GET user} while nobody else calls
 * @param flooded the same during the flood
 * @param attempts the flood's, by how they were answered
 */
record Measured(Scenario scenario, Reads idle, Reads flooded, Map<String, Long> attempts) {

    private static final double TARGET = 2;

    /** How many times longer 99 of 100 answers may take during the flood. */
    double ratio() {
        return (double) flooded.p99Micros() / idle.p99Micros();
    }

    /** Whether readers hardly noticed: none failed, before or during the flood, and the ratio is at most 2. */
    boolean metTheTarget() {
        return idle.failed() == 0 && flooded.failed() == 0 && ratio() <= TARGET;
    }

    @Override
    public String toString() {
        return "%s%n  idle  %s%n  flood %s%n  p99 during the flood / idle: %.2f (target: at most %.0f)   attempts by errno: %s"
                .formatted(scenario, idle, flooded, ratio(), TARGET, attempts);
    }
}
