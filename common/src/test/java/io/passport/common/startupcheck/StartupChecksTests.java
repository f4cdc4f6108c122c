package io.passport.common.startupcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class StartupChecksTests {

    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("some.setting", "local-only-key")
            .withProperty("management.server.port", "18080")
            .withProperty("spring.cloud.nacos.discovery.enabled", "false");

    @Test
    void startWhenALocalSecretIsUsedInProductionThenTheSettingIsNamed() {
        environment.setActiveProfiles("production");
        assertThatThrownBy(this::examine)
                .isInstanceOf(UnsafeSettingsException.class)
                .hasMessage("some.setting: holds a secret of the local profile, which is published;"
                        + " set one of your own");
    }

    @Test
    void startWhenTheProfileIsLocalThenNothingIsChecked() {
        environment.setActiveProfiles("local");
        assertThatCode(this::examine).doesNotThrowAnyException();
    }

    @Test
    void analyzeWhenThereAreFindingsThenEachIsALine() {
        environment.setProperty("management.server.port", "8080");
        assertThatThrownBy(this::examine).satisfies(refusal -> {
            FailureAnalysis printed = new UnsafeSettingsFailureAnalyzer().analyze(new IllegalStateException(refusal));
            assertThat(printed.getDescription().lines())
                    .hasSize(4)
                    .anyMatch(line -> line.startsWith("some.setting: "))
                    .anyMatch(line -> line.startsWith("management.server.port: "));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "8080, 8080, true",
        "8080, 18080, false",
        "0, 0, false",
        "8080, -1, false",
        ", 8080, true",
        "8080, , true"
    })
    void checkWhenActuatorsAreOnThePublicPortThenTheyAreFound(String server, String management, boolean found) {
        MockEnvironment ports = new MockEnvironment();
        if (server != null) {
            ports.setProperty("server.port", server);
        }
        if (management != null) {
            ports.setProperty("management.server.port", management);
        }
        assertThat(new ManagementPortCheck().findings(ports).findAny().isPresent())
                .isEqualTo(found);
    }

    private void examine() {
        new StartupChecks(Supplier::get).postProcessEnvironment(environment, new SpringApplication());
    }
}
