package io.passport.bench.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTests {

    @TempDir
    Path folder;

    @Test
    void whatDoesNotEndIsEndedAndNamed() throws Exception {
        Process stuck = new ProcessBuilder("sleep", "600").start();
        assertThatIllegalStateException()
                .isThrownBy(() -> new Patience(Duration.ofSeconds(1)).statusOf(stuck))
                .withMessageContaining("sleep 600 has not ended after 1 s");
        assertThat(stuck.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void failureSaysWhereTheLauncherSaidWhy() {
        assertThatIllegalStateException()
                .isThrownBy(() -> launcher().run("up"))
                .withMessage("The launcher ended with 1, see " + launcher().output());
        assertThat(launcher().output()).content().contains("no.jar");
    }

    @Test
    void lastWillIsDoneWhenItIsFulfilled() {
        Process lastWill = launcher().lastWill("down");
        assertThatIllegalStateException().isThrownBy(() -> launcher().fulfil(lastWill));
        assertThat(launcher().output()).content().contains("no.jar");
    }

    @Test
    void lastWillIsDoneWhenItsJvmIsKilled() throws Exception {
        Process benchmark = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BenchmarkStandIn.class.getName(),
                        folder.toString())
                .start();
        long lastWill = Long.parseLong(benchmark.inputReader().readLine());
        CompletableFuture<ProcessHandle> done =
                ProcessHandle.of(lastWill).orElseThrow().onExit();

        benchmark.destroyForcibly();

        assertThat(done).succeedsWithin(Duration.ofSeconds(20));
        assertThat(launcher().output()).content().contains("no.jar");
    }

    private Launcher launcher() {
        return launcher(folder);
    }

    /** With a jar that is not there: what it runs says so, and fails. */
    static Launcher launcher(Path folder) {
        return new Launcher(folder.resolve("no.jar"), folder.resolve("output.txt"), Map.of());
    }
}
