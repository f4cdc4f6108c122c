package io.passport.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.passport.local.jvm.Project;
import io.passport.local.part.StartupException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTests {
    private final Project project = new Project(Path.of("."));

    @Test
    void checkPortsWhenOnePortIsTakenThenItsSettingIsNamed() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = taken.getLocalPort();
            assertThatExceptionOfType(StartupException.class)
                    .isThrownBy(() -> planWithRedisOn(port).checkPorts())
                    .withMessage("Port " + port + " is taken, but redis needs it: end what listens there, or set"
                            + " PASSPORT_REDIS_PORT to another");
        }
    }

    @Test
    void checkPortsWhenTwoPortsAreTakenThenBothAreNamed() throws IOException {
        try (var first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var second = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = new Ports(Map.of("redis", first.getLocalPort(), "emulators", second.getLocalPort()));
            assertThatExceptionOfType(StartupException.class)
                    .isThrownBy(() -> Plan.of(project, ports).checkPorts())
                    .satisfies(taken -> assertThat(taken.getMessage().lines())
                            .hasSize(2)
                            .anyMatch(line -> line.startsWith("Port " + first.getLocalPort() + " is taken, but redis"))
                            .anyMatch(line -> line.endsWith("or set PASSPORT_EMULATORS_PORT to another")));
        }
    }

    @Test
    void checkPortsWhenTwoPartsShareAPortThenItIsNamed() throws IOException {
        var port = portThatIsFree();
        var ports = new Ports(Map.of("redis", port, "emulators", port));
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> Plan.of(project, ports).checkPorts())
                .withMessageContaining(String.valueOf(port));
    }

    @Test
    void planWhenAServiceIsScaledThenEachInstanceHasTheSameNeeds() {
        var ports = new Scale(Map.of("user-service", 2)).applyTo(Ports.from(Map.of()));
        var second = Plan.of(project, ports).parts().stream()
                .filter(spec -> spec.name().equals("user-service-2"))
                .findFirst();
        assertThat(second.orElseThrow().needs()).containsExactlyInAnyOrder("mariadb", "redis", "nacos");
    }

    private static int portThatIsFree() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Plan planWithRedisOn(int port) {
        return Plan.of(project, new Ports(Map.of("redis", port)));
    }
}
