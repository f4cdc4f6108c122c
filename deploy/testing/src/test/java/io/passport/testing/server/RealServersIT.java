package io.passport.testing.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.local.part.FreePort;
import io.passport.local.part.Home;
import io.passport.local.redis.RedisServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealServersIT {
    @Test
    void emptyWhenThereAreKeysThenTheyAreDeleted() {
        RealRedis.SHARED.template().opsForValue().set("key", "value");
        RealRedis.SHARED.empty();
        assertThat(RealRedis.SHARED.template().hasKey("key")).isFalse();
    }

    @Test
    void reviveWhenRedisWasKilledThenItListensOnTheSamePort() {
        ControllableRedis redis = ControllableRedis.start();
        int port = redis.port();
        redis.kill();
        assertThat(FreePort.isFree(port)).isTrue();
        redis.revive();
        assertThat(FreePort.isFree(port)).isFalse();
        redis.kill();
    }

    /** The port for clients, then the port between nodes. */
    @Test
    void startWhenAPortOfAClusterNodeIsTakenThenAnotherIsTried(@TempDir Path folder) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var attempts = new AtomicInteger();
            try (var node = FreePort.start(
                    Home.at(folder),
                    port -> attempts.getAndIncrement() == 0
                            ? new RedisClusterNode(new RedisServer(port), taken.getLocalPort())
                            : new RedisClusterNode(new RedisServer(port), FreePort.find()))) {
                assertThat(node.part().ready()).isTrue();
                assertThat(attempts).hasValueBetween(2, 5);
            }
        }
    }

    @Test
    void connectWhenThePortIsABlackholeThenItTimesOut() throws Exception {
        try (var port = new BlackholePort();
                var socket = new Socket()) {
            Assertions.assertThatExceptionOfType(SocketTimeoutException.class)
                    .isThrownBy(() ->
                            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.port()), 100));
        }
    }
}
