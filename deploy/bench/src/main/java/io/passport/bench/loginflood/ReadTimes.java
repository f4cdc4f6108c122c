package io.passport.bench.loginflood;

import org.HdrHistogram.Histogram;

/**
 * The reads of one half.
 *
 * @param times in microseconds until the answer, failed reads included
 * @param failed the number of reads without a profile in the answer
 */
record ReadTimes(Histogram times, long failed) {

    private static final double P99 = 99;

    long p99Micros() {
        return times.getValueAtPercentile(P99);
    }

    @Override
    public String toString() {
        return "%6d reads, %d failed   p50 %7.1f ms   p90 %7.1f ms   p99 %7.1f ms   max %7.1f ms"
                .formatted(
                        times.getTotalCount(),
                        failed,
                        millis(times.getValueAtPercentile(50)),
                        millis(times.getValueAtPercentile(90)),
                        millis(p99Micros()),
                        millis(times.getMaxValue()));
    }

    private static double millis(long micros) {
        return micros / 1000.0;
    }
}
