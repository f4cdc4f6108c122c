package io.passport.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.passport.local.part.Home;
import io.passport.local.part.StartupException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTests {
    @Test
    void portsWhenNotSetThenTheyAreTheDefaults() {
        var ports = Ports.from(Map.of("PASSPORT_USER_SERVICE_PORT", "9082", "PASSPORT_REDIS_PORT", ""));
        assertThat(ports.byPart())
                .containsEntry("gateway", 8080)
                .containsEntry("user-service", 9082)
                .containsEntry("redis", 16379);
    }

    @Test
    void environmentWhenAPortIsSetThenItContainsThatPort() {
        var environment =
                Ports.from(Map.of("PASSPORT_USER_SERVICE_PORT", "9082")).asEnvironment();
        assertThat(environment)
                .hasSize(8)
                .containsEntry("PASSPORT_USER_SERVICE_PORT", "9082")
                .containsEntry("PASSPORT_MARIADB_PORT", "13306");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "80", "65535", "123456", "-8080"})
    void portsWhenAValueIsNotAUsablePortThenItIsRejected(String value) {
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> Ports.from(Map.of("PASSPORT_GATEWAY_PORT", value)))
                .withMessage("PASSPORT_GATEWAY_PORT=" + value + " is no port: a number from 2024 to 64534 is needed");
    }

    @Test
    void readWhenPortsWereWrittenThenTheyAreEqual(@TempDir Path folder) throws IOException {
        var file = PortsFile.of(Home.at(folder));
        var ports = new Scale(Map.of("gateway", 2)).applyTo(Ports.from(Map.of()));
        file.write(ports);
        assertThat(file.read()).isEqualTo(ports);
    }
}
