package io.passport.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.passport.local.part.Home;
import io.passport.local.part.StartupException;
import io.passport.local.part.TestProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTests {
    private static final String SERVER = """
            trap 'echo "$0 stops" >> ../diary; exit' TERM
            echo "$0 starts" >> ../diary
            touch ready
            while :; do sleep 0.1; done
            """;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    Home home;
    Stack stack;

    @BeforeEach
    void openHome() {
        home = Home.at(folder);
    }

    @AfterEach
    void stop() {
        stack.stop();
    }

    @Test
    void startWhenAPartNeedsAnotherThenItStartsAfterAndStopsBeforeIt() throws Exception {
        stack = stack(part("service", SERVER, Set.of("database")), part("database", SERVER, Set.of()));
        stack.start();
        stack.stop();
        assertThat(diary()).containsExactly("database starts", "service starts", "service stops", "database stops");
        assertThat(console.toString()).contains("database", "service", "ready in");
        assertThat(home.run()).isEmptyDirectory();
    }

    @Test
    void startWhenAPartEndsThenTheStartFails() throws Exception {
        stack = stack(
                part("database", SERVER, Set.of()), part("service", "echo cannot bind; exit 7", Set.of("database")));
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(stack::start)
                .withMessage("service did not start: it exited with status 7")
                .satisfies(reason -> assertThat(reason.logLines()).containsExactly("cannot bind"));
        stack.stop();
        assertThat(diary()).containsExactly("database starts", "database stops");
    }

    @Test
    void startWhenAReadyPartEndsThenTheStartFails() throws Exception {
        stack = stack(
                part("database", "touch ready; sleep 1; echo disk full; exit 5", Set.of()),
                part("service", "sleep 60", Set.of("database")));
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(stack::start)
                .withMessage("database did not start: it exited with status 5");
    }

    @Test
    void runWhenAPartEndsThenItIsReportedAndTheOthersContinue() throws Exception {
        stack = stack(
                part("first", SERVER, Set.of()),
                part(
                        "second",
                        "echo one; echo two; touch ready; until [ -e die ]; do sleep 0.1; done; exit 9",
                        Set.of()));
        stack.start();
        Files.createFile(home.data().resolve("second", "die"));
        await().until(() -> console.toString().contains("    | one\n    | two\n"));
        assertThat(console.toString()).contains("second exited with status 9").doesNotContain("first exited");
        assertThat(PidFile.process(home.pidFile("first"))).isPresent();
        await().until(() -> Files.notExists(home.pidFile("second")));
    }

    @Test
    void stopWhenTheStackStartsThenTheStartIsCancelled() throws Exception {
        stack = stack(part("slow", "touch started; sleep 60", Set.of()), part("waiting", SERVER, Set.of("slow")));
        var start = CompletableFuture.runAsync(
                () -> assertThatExceptionOfType(InterruptedException.class).isThrownBy(stack::start));
        await().until(() -> Files.exists(home.data().resolve("slow", "started")));
        stack.stop();
        assertThat(start).succeedsWithin(Duration.ofSeconds(20));
        assertThat(home.data().resolve("diary")).doesNotExist();
        assertThat(home.run()).isEmptyDirectory();
    }

    private PartSpec part(String name, String script, Set<String> needs) {
        return new PartSpec(new TestProgram(name, script, home), needs);
    }

    private Stack stack(PartSpec... parts) {
        return new Stack(home, new Console(new PrintStream(console, true)), List.of(parts));
    }

    private List<String> diary() throws IOException {
        return Files.readAllLines(home.data().resolve("diary"));
    }
}
