package io.passport.bench.loginflood;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioResultTests {

    @ParameterizedTest
    @CsvSource({
        "10, 0, 20, 0, true",
        "10, 0, 21, 0, false",
        "10, 0, 20, 1, false",
        // failed reads are slow and would lower the ratio
        "100, 1, 20, 0, false"
    })
    void meetsTargetWhenNoReadFailedAndTheRatioIsAtMostTwoThenTrue(
            int idleMillis, long idleFailed, int floodedMillis, long floodedFailed, boolean met) {
        var measured = new ScenarioResult(
                Scenario.ONE_ADDRESS, reads(idleMillis, idleFailed), reads(floodedMillis, floodedFailed), Map.of());
        assertThat(measured.meetsTarget()).isEqualTo(met);
    }

    private static ReadTimes reads(int millis, long failed) {
        var times = new Histogram(5);
        times.recordValueWithCount(millis * 1000L, 100);
        return new ReadTimes(times, failed);
    }
}
