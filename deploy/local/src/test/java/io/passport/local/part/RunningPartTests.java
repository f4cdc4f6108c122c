package io.passport.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningPartTests {
    @TempDir
    Path folder;

    Home home;

    @BeforeEach
    void openHome() {
        home = Home.at(folder);
    }

    @Test
    void startWhenTheProcessEndsThenStatusAndLogAreReported() {
        var broken = new TestProgram("broken", "echo first; echo no such luck >&2; exit 3", home);
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> RunningPart.start(home, broken))
                .withMessage("broken did not start: it exited with status 3")
                .asInstanceOf(type(StartupException.class))
                .satisfies(reason -> assertThat(reason.logLines()).containsExactly("first", "no such luck"));
        assertThat(home.pidFile("broken")).doesNotExist();
    }

    @Test
    void startWhenALogExistsThenItIsKeptAsLog1() throws Exception {
        RunningPart.start(home, new TestProgram("server", "echo one; touch ready; sleep 60", home))
                .close();
        RunningPart.start(home, new TestProgram("server", "echo two; touch ready; sleep 60", home))
                .close();
        assertThat(home.log("server")).hasContent("two");
        assertThat(home.log("server").resolveSibling("server.log.1")).hasContent("one");
    }

    @Test
    void closeWhenSigtermIsIgnoredThenTheProcessIsKilled() throws Exception {
        var stubborn = new TestProgram("stubborn", "trap '' TERM; touch ready; while :; do sleep 1; done", home);
        var running = RunningPart.start(home, stubborn);
        var before = System.nanoTime();
        running.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30));
        assertThat(running.ending()).isEqualTo("was killed by signal 9");
    }
}
