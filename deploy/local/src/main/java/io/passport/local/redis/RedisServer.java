package io.passport.local.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.passport.local.binaries.BundledBinaries;
import io.passport.local.part.Home;
import io.passport.local.part.Part;
import io.passport.local.part.Program;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Redis 7.0 on loopback, without a password, with an append-only file.
 *
 * @param port its port
 */
public record RedisServer(int port) implements Part {
    private static final int TIMEOUT_MILLIS = 1000;
    private static final String ANSWER = "+PONG\r\n";

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Program program(Home home) throws IOException, InterruptedException {
        var executable = executable();
        var binaries = home.bin().resolve("redis");
        new BundledBinaries("Redis", "", executable).extract(executable::equals, binaries);
        var data = Files.createDirectories(home.data().resolve("redis"));
        var command = List.of(
                binaries.resolve(executable).toString(),
                "--port",
                String.valueOf(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                data.toString(),
                "--appendonly",
                "yes",
                "--save",
                "",
                // a full Redis rejects writes; it must not evict sessions
                "--maxmemory",
                "128mb",
                "--maxmemory-policy",
                "noeviction",
                // keeps the path in the process list, where OrphanedProcesses looks for it
                "--set-proc-title",
                "no");
        return new Program(command, Map.of(), data);
    }

    private static String executable() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var processor = "aarch64".equals(System.getProperty("os.arch")) ? "arm64" : "amd64";
        return "redis-server-7.0.15-" + system + "-" + processor;
    }

    /** Whether it answers PING with PONG within 1 s. While it loads its data it answers with an error. */
    @Override
    public boolean ready() throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write("PING\r\n".getBytes(US_ASCII));
            return new String(socket.getInputStream().readNBytes(ANSWER.length()), US_ASCII).equals(ANSWER);
        }
    }

    @Override
    public Duration startTimeout() {
        return Duration.ofSeconds(30);
    }
}
