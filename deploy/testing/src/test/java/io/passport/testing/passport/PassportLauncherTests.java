package io.passport.testing.passport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassportLauncherTests {
    @TempDir
    Path folder;

    @Test
    void awaitWhenACommandHangsThenItIsKilledAndNamed() throws Exception {
        Process hanging = new ProcessBuilder("sleep", "600").start();
        assertThatIllegalStateException()
                .isThrownBy(() -> new PassportLauncher(
                                folder.resolve("no.jar"),
                                folder.resolve("output.txt"),
                                Map.of(),
                                Duration.ofMillis(100))
                        .await(hanging))
                .withMessageContaining("sleep 600 has not ended after 0 s");
        assertThat(hanging.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void upWhenTheLauncherFailsThenItsOutputIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> launcher().up("--fresh"))
                .withMessage(
                        "The launcher ended with status 1, see " + launcher().output());
        assertThat(launcher().output()).content().contains("no.jar");
    }

    @Test
    void closeWhenPassportRunsThenDownIsRun() {
        StopOnExit stop = StopOnExit.of(launcher());
        assertThatIllegalStateException().isThrownBy(stop::close);
        assertThat(launcher().output()).content().contains("no.jar");
    }

    @Test
    void killWhenTheJvmHasAStopOnExitThenDownIsRun() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StopOnExitProgram.class.getName(),
                        folder.toString())
                .start();
        long shell = Long.parseLong(program.inputReader().readLine());
        CompletableFuture<ProcessHandle> ended =
                ProcessHandle.of(shell).orElseThrow().onExit();
        program.destroyForcibly();
        assertThat(ended).succeedsWithin(Duration.ofSeconds(20));
        assertThat(launcher().output()).content().contains("no.jar");
    }

    @Test
    void freePortsWhenChosenThenEveryPartHasItsOwn() {
        PassportPorts ports = PassportPorts.free();
        assertThat(ports.asEnvironment()).hasSize(8).containsEntry("PASSPORT_GATEWAY_PORT", "" + ports.first());
        assertThat(List.copyOf(ports.asEnvironment().values())).doesNotHaveDuplicates();
    }

    private PassportLauncher launcher() {
        return launcher(folder);
    }

    /** With a jar that does not exist: every command fails and reports that. */
    static PassportLauncher launcher(Path folder) {
        return new PassportLauncher(
                folder.resolve("no.jar"), folder.resolve("output.txt"), Map.of(), Duration.ofSeconds(60));
    }
}
