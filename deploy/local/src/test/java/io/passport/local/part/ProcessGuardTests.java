package io.passport.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessGuardTests {
    private static final String ENDLESS_LOOP = "touch ready; while :; do sleep 1; done";

    @TempDir
    Path folder;

    @Test
    void killLauncherWhenAPartRunsThenThePartEnds() throws Exception {
        var scripts = List.of(
                ENDLESS_LOOP,
                "trap '' TERM; " + ENDLESS_LOOP,
                // a frozen process does not receive SIGTERM
                "touch ready; kill -STOP $$; " + ENDLESS_LOOP);
        // all at once, because the guard waits 10 s between SIGTERM and SIGKILL
        var launchers = new ArrayList<Process>();
        for (var i = 0; i < scripts.size(); i++) {
            launchers.add(launcher("home" + i, scripts.get(i)));
        }
        var servers = new ArrayList<ProcessHandle>();
        for (var i = 0; i < scripts.size(); i++) {
            servers.add(awaitServer("home" + i));
        }

        for (var launcher : launchers) {
            launcher.destroyForcibly().waitFor();
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> servers.stream().noneMatch(ProcessHandle::isAlive));
        await().atMost(Duration.ofSeconds(20)).until(this::noWatcherRuns);
    }

    @Test
    void killPartWhenItIsWatchedThenItsWatcherEnds() throws Exception {
        var home = Home.at(folder);
        var server = RunningPart.start(home, new TestProgram("server", ENDLESS_LOOP, home));
        assertThat(noWatcherRuns()).isFalse();

        ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(20)).until(this::noWatcherRuns);
        assertThat(server.ending()).isEqualTo("was killed by signal 9");
    }

    @Test
    void killWatcherWhenThePartRunsThenThePartContinues() throws Exception {
        var home = Home.at(folder);
        try (var server = RunningPart.start(home, new TestProgram("server", ENDLESS_LOOP, home))) {
            var itself = ProcessHandle.of(server.pid()).orElseThrow();
            itself.children().filter(this::isWatcher).forEach(ProcessHandle::destroyForcibly);
            await().until(() -> itself.children().noneMatch(this::isWatcher));
            // for a second, not only at once
            await().during(Duration.ofSeconds(1)).until(itself::isAlive);
        }
        assertThat(noWatcherRuns()).isTrue();
    }

    /** Starts a JVM that starts the server and then waits. */
    private Process launcher(String home, String script) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        TestLauncher.class.getName(),
                        folder.resolve(home).toString(),
                        script)
                .inheritIO()
                .start();
    }

    private ProcessHandle awaitServer(String home) throws IOException {
        var pidFile = folder.resolve(home, "run", "server.pid");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(folder.resolve(home, "data", "server", "ready"))
                        && Files.exists(pidFile)
                        && Files.size(pidFile) > 0);
        return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                .orElseThrow();
    }

    private boolean noWatcherRuns() {
        return ProcessHandle.allProcesses().noneMatch(this::isWatcher);
    }

    private boolean isWatcher(ProcessHandle process) {
        var commandLine = process.info().commandLine().orElse("");
        return commandLine.contains(folder.toString()) && commandLine.contains("/bin/guard.sh");
    }
}
