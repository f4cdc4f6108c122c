package io.passport.bench.loginflood;

import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * One scenario, both halves of it measured one after the other on the same machine.
 *
 * @param idle times of {@code GET user} while nobody else calls, in microseconds
 * @param flooded the same during the flood
 * @param attempts the flood's, by how they were answered
 */
record Measured(Scenario scenario, Histogram idle, Histogram flooded, Map<String, Long> attempts) {

    private static final double P99 = 99;

    /** How many times longer 99 of 100 answers may take during the flood. */
    double ratio() {
        return (double) flooded.getValueAtPercentile(P99) / idle.getValueAtPercentile(P99);
    }

    @Override
    public String toString() {
        return "%s%n%s%n%s%n  p99 during the flood / idle: %.2f   attempts by errno: %s"
                .formatted(scenario, line("idle", idle), line("flood", flooded), ratio(), attempts);
    }

    private static String line(String phase, Histogram times) {
        return "  %-6s %6d reads   p50 %7.1f ms   p90 %7.1f ms   p99 %7.1f ms   max %7.1f ms"
                .formatted(
                        phase,
                        times.getTotalCount(),
                        millis(times.getValueAtPercentile(50)),
                        millis(times.getValueAtPercentile(90)),
                        millis(times.getValueAtPercentile(P99)),
                        millis(times.getMaxValue()));
    }

    private static double millis(long micros) {
        return micros / 1000.0;
    }
}
