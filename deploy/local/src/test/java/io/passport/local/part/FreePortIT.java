package io.passport.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.passport.local.redis.RedisServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreePortIT {
    private final AtomicInteger attempts = new AtomicInteger();

    @TempDir
    Path folder;

    Home home;

    @BeforeEach
    void openHome() {
        home = Home.at(folder);
    }

    @Test
    void startWhenThePortIsTakenThenAnotherPortIsTried() throws Exception {
        try (var taken = taken()) {
            IntSupplier ports = () -> attempts.getAndIncrement() == 0 ? taken.getLocalPort() : FreePort.find();
            try (var running = FreePort.start(home, RedisServer::new, ports)) {
                // another program may take the next port, too
                assertThat(attempts).hasValueBetween(2, 5);
                assertThat(running.part().ready()).isTrue();
            }
        }
    }

    @Test
    void startWhenFivePortsAreTakenThenItFails() throws Exception {
        try (var taken = taken()) {
            assertThatExceptionOfType(StartupException.class)
                    .isThrownBy(() -> FreePort.start(home, RedisServer::new, () -> {
                        attempts.incrementAndGet();
                        return taken.getLocalPort();
                    }));
        }
        assertThat(attempts).hasValue(5);
    }

    @Test
    void startWhenTheProgramFailsOtherwiseThenItIsNotTriedAgain() {
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> FreePort.start(home, port -> {
                    attempts.incrementAndGet();
                    return new TestProgram("broken", "echo no such luck; exit 3", home);
                }))
                .withMessage("broken did not start: it exited with status 3");
        assertThat(attempts).hasValue(1);
    }

    private static ServerSocket taken() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
