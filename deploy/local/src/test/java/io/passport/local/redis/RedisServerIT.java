package io.passport.local.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.passport.local.part.FreePort;
import io.passport.local.part.Home;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisServerIT {
    @Test
    void restartWhenDataWereWrittenThenTheyAreKept(@TempDir Path folder) throws Exception {
        var home = Home.at(folder);
        try (var running = FreePort.start(home, RedisServer::new)) {
            assertThat(ask(running.part(), "SET greeting hello")).isEqualTo("+OK");
        }
        assertThat(home.pidFile("redis")).doesNotExist();
        try (var running = FreePort.start(home, RedisServer::new)) {
            assertThat(home.pidFile("redis")).hasContent(String.valueOf(running.pid()));
            assertThat(ask(running.part(), "EXISTS greeting")).isEqualTo(":1");
        }
    }

    private static String ask(RedisServer redis, String command) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII)
                    .lines()
                    .findFirst()
                    .orElseThrow();
        }
    }
}
