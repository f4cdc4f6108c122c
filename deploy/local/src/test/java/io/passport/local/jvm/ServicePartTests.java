package io.passport.local.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServicePartTests {
    @ParameterizedTest
    @CsvSource({"8080, 18080", "55535, 65535", "55536, 45536"})
    void managementPortWhenTheSumIsTooHighThenItIsBelow(int port, int management) {
        assertThat(ServicePart.managementPort(port)).isEqualTo(management);
    }
}
