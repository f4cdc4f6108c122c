package io.passport.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessGuardTests {
    private static final String FOREVER = "touch ready; while :; do sleep 1; done";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                FOREVER,
                "trap '' TERM; " + FOREVER,
                // frozen, it never sees the signal
                "touch ready; kill -STOP $$; " + FOREVER
            })
    void serverEndsWhenItsLauncherWasKilled(String script) throws Exception {
        var launcher = launcher(script);
        var server = awaitServer();

        launcher.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(60)).until(() -> !server.isAlive());
        await().atMost(Duration.ofSeconds(20)).until(this::nothingIsLeft);
    }

    @Test
    void watcherEndsWhenItsServerHasEnded() throws Exception {
        var home = Home.at(folder);
        var server = RunningPart.start(home, new TestProgram("server", FOREVER, home));
        assertThat(nothingIsLeft()).isFalse();

        ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(20)).until(this::nothingIsLeft);
        assertThat(server.ending()).isEqualTo("was killed by signal 9");
    }

    @Test
    void serverGoesOnWhenItsWatcherWasKilled() throws Exception {
        var home = Home.at(folder);
        try (var server = RunningPart.start(home, new TestProgram("server", FOREVER, home))) {
            var itself = ProcessHandle.of(server.pid()).orElseThrow();
            itself.children().filter(this::isWatcher).forEach(ProcessHandle::destroyForcibly);
            await().until(() -> itself.children().noneMatch(this::isWatcher));
            // not only in the moment after
            await().during(Duration.ofSeconds(1)).until(itself::isAlive);
        }
        assertThat(nothingIsLeft()).isTrue();
    }

    /** Another JVM that starts the server and then waits. */
    private Process launcher(String script) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        TestLauncher.class.getName(),
                        folder.toString(),
                        script)
                .inheritIO()
                .start();
    }

    private ProcessHandle awaitServer() throws IOException {
        var pidFile = folder.resolve("run", "server.pid");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(folder.resolve("data", "server", "ready"))
                        && Files.exists(pidFile)
                        && Files.size(pidFile) > 0);
        return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                .orElseThrow();
    }

    private boolean nothingIsLeft() {
        return ProcessHandle.allProcesses().noneMatch(this::isWatcher);
    }

    private boolean isWatcher(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(folder + "/bin/guard.sh");
    }
}
