package io.passport.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.passport.local.part.Home;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher's main class in another JVM, as {@code deploy/up} does. */
class LauncherProcessTests {
    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    Path folder;

    @Test
    void upWhenALauncherRunsThenItIsNamedAndNothingChanges() throws Exception {
        var home = Home.at(folder);
        try (var lock = HomeLock.take(home)) {
            for (var command : new String[] {"up", "up -d"}) {
                var second = launcher(command.split(" "));
                assertThat(second.out())
                        .isEqualTo(
                                "Passport already runs in %s (PID %d): deploy/status shows it, deploy/down stops it\n"
                                        .formatted(
                                                home.root(),
                                                ProcessHandle.current().pid()));
                assertThat(second.status()).isEqualTo(1);
            }
            assertThat(HomeLock.pidFile(home))
                    .hasContent(String.valueOf(ProcessHandle.current().pid()));
            assertThat(lock).isNotNull();
        }
        assertThat(launcher("status").out())
                .isEqualTo("Passport does not run in " + home.root() + ": deploy/up starts it\n");
    }

    @Test
    void takeWhenTheLockWasReleasedThenItIsTaken() throws Exception {
        HomeLock.take(Home.at(folder)).close();
        HomeLock.take(Home.at(folder)).close();
    }

    @Test
    void upWhenAKilledLauncherLeftItsReadyFileThenAFailureIsStillReported() throws Exception {
        var home = Home.at(folder);
        ReadyFile.of(home).set();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("PASSPORT_REDIS_PORT", String.valueOf(taken.getLocalPort()));
            var failed = launcher("up", "-d");
            assertThat(failed.out())
                    .startsWith("Port " + taken.getLocalPort() + " is taken, but redis needs it")
                    .hasLineCount(1);
            assertThat(failed.status()).isEqualTo(1);
        }
        assertThat(ReadyFile.of(home).isSet()).isFalse();
    }

    @Test
    void upFreshWhenAPortIsTakenThenTheDataRemain() throws Exception {
        var home = Home.at(folder);
        var database = Files.createDirectories(home.data().resolve("mariadb"));
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("PASSPORT_REDIS_PORT", String.valueOf(taken.getLocalPort()));
            var refused = launcher("up", "--fresh");
            assertThat(refused.out()).startsWith("Port " + taken.getLocalPort() + " is taken");
            assertThat(refused.status()).isEqualTo(1);
        }
        assertThat(database).exists();
    }

    @Test
    void upFreshWhenAPortIsNotANumberThenTheDataRemain() throws Exception {
        var database = Files.createDirectories(Home.at(folder).data().resolve("mariadb"));
        environment.put("PASSPORT_GATEWAY_PORT", "http");
        assertThat(launcher("up", "--fresh").status()).isEqualTo(1);
        assertThat(database).exists();
    }

    @Test
    void upWhenAnOptionIsWrongThenItIsRejected() throws Exception {
        var refused = launcher("up", "--scale", "redis=2");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.out()).startsWith("--scale redis: only ").hasLineCount(1);
        assertThat(launcher("up", "--backwards").status()).isEqualTo(2);
    }

    private record Ended(int status, String out) {}

    private Ended launcher(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.passport.local.command.LauncherCommand"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PASSPORT_HOME", folder.toString());
        builder.environment().putAll(environment);
        var process = builder.start();
        var out = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), out);
    }
}
