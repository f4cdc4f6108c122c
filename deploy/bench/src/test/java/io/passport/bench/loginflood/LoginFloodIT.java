package io.passport.bench.loginflood;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks that the benchmark runs and what it reports, without the times. */
class LoginFloodIT {

    private static final Duration SHORT = Duration.ofSeconds(3);

    @Test
    void measureWhenRunForThreeSecondsThenEveryScenarioHasBothHalves() throws Exception {
        List<ScenarioResult> measured = LoginFlood.measure(Path.of("..", ".."), SHORT);
        assertThat(measured).extracting(ScenarioResult::scenario).containsExactly(Scenario.values());
        assertThat(measured).allSatisfy(scenario -> {
            assertThat(scenario.idle().times().getTotalCount()).isEqualTo(150);
            assertThat(scenario.flooded().times().getTotalCount()).isEqualTo(150);
            assertThat(scenario.attempts()).isNotEmpty().doesNotContainKeys("0", "no answer", "no envelope");
            assertThat(scenario.toString()).contains("p99 during the flood / idle: ");
        });
        // passwords were compared
        assertThat(measured.getLast().attempts()).containsKey("4004");
    }
}
