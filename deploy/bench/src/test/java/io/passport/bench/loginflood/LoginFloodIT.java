package io.passport.bench.loginflood;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the benchmark still measures what it says; how fast anything is, is no question to a test. */
class LoginFloodIT {

    private static final Duration SHORT = Duration.ofSeconds(3);

    @Test
    void measuresBothHalvesOfEveryScenario() throws Exception {
        List<Measured> measured = LoginFlood.measure(Path.of("..", ".."), SHORT);
        assertThat(measured).extracting(Measured::scenario).containsExactly(Scenario.values());
        assertThat(measured).allSatisfy(scenario -> {
            assertThat(scenario.idle().times().getTotalCount()).isEqualTo(150);
            assertThat(scenario.flooded().times().getTotalCount()).isEqualTo(150);
            assertThat(scenario.attempts()).isNotEmpty().doesNotContainKeys("0", "no answer", "no envelope");
            assertThat(scenario.toString()).contains("p99 during the flood / idle: ");
        });
        // wrong passwords were looked at
        assertThat(measured.getLast().attempts()).containsKey("4004");
    }
}
