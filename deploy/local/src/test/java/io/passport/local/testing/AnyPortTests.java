package io.passport.local.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.passport.local.mariadb.MariaDbServer;
import io.passport.local.part.CannotStart;
import io.passport.local.part.Home;
import io.passport.local.part.Part;
import io.passport.local.part.StandIn;
import io.passport.local.redis.RedisServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnyPortTests {
    private final AtomicInteger attempts = new AtomicInteger();

    @TempDir
    Path folder;

    Home home;

    @BeforeEach
    void openHome() {
        home = Home.at(folder);
    }

    static Stream<IntFunction<Part>> servers() {
        return Stream.of(
                RedisServer::new,
                MariaDbServer::new,
                port -> new RedisClusterNode(new RedisServer(port), AnyPort.find()),
                // the port where the nodes talk to each other
                port -> new RedisClusterNode(new RedisServer(AnyPort.find()), port));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void serverGetsAnotherPortWhenItFindsItsPortTaken(IntFunction<Part> server) throws Exception {
        try (var taken = taken()) {
            IntSupplier ports = () -> attempts.getAndIncrement() == 0 ? taken.getLocalPort() : AnyPort.find();
            try (var running = AnyPort.start(home, server, ports)) {
                // somebody else may take the next, too
                assertThat(attempts).hasValueBetween(2, 5);
                assertThat(running.part().ready()).isTrue();
            }
        }
    }

    @Test
    void startFailsWhenAllPortsAreTaken() throws Exception {
        try (var taken = taken()) {
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> AnyPort.start(home, RedisServer::new, () -> {
                        attempts.incrementAndGet();
                        return taken.getLocalPort();
                    }));
        }
        assertThat(attempts).hasValue(5);
    }

    @Test
    void startFailsAtOnceWhenTheServerDiesOfSomethingElse() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> AnyPort.start(home, port -> {
                    attempts.incrementAndGet();
                    return new StandIn("broken", "echo no such luck; exit 3", home);
                }))
                .withMessage("broken did not start: it exited with status 3");
        assertThat(attempts).hasValue(1);
    }

    private static ServerSocket taken() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
