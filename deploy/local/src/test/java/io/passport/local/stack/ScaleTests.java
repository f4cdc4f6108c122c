package io.passport.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.passport.local.jvm.ServicePart;
import io.passport.local.part.StartupException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScaleTests {
    private final Ports ports = Ports.from(Map.of());

    @Test
    void scaleWhenThreeInstancesAreAskedForThenTwoAreAdded() {
        var scaled = new Scale(Map.of("user-service", 3)).applyTo(ports);
        assertThat(scaled.byPart())
                .containsKeys("user-service", "user-service-2", "user-service-3")
                .hasSize(10);
        assertThat(scaled.of("user-service")).isEqualTo(8082);
        assertThat(scaled.of("user-service-2")).isBetween(8182, 8281);
        assertThat(scaled.byPart().values()).doesNotHaveDuplicates();
    }

    @Test
    void scaleWhenAPortIsTakenThenTheNextIsUsed() throws IOException {
        var port = new Scale(Map.of("gateway", 2)).applyTo(ports).of("gateway-2");
        try (var taken = new ServerSocket(ServicePart.managementPort(port), 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThat(new Scale(Map.of("gateway", 2)).applyTo(ports).of("gateway-2"))
                    .isGreaterThan(port);
        }
    }

    @Test
    void scaleWhenThePartIsNotAServiceThenItIsRejected() {
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> new Scale(Map.of("redis", 2)))
                .withMessage("--scale redis: only gateway, verify-service, user-service, media-service can be scaled");
    }

    @Test
    void scaleWhenTheNumberIsNotFromOneToNineThenItIsRejected() {
        assertThatExceptionOfType(StartupException.class).isThrownBy(() -> new Scale(Map.of("gateway", 0)));
        assertThatExceptionOfType(StartupException.class).isThrownBy(() -> new Scale(Map.of("gateway", 10)));
    }
}
