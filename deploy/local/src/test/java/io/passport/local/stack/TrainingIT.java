package io.passport.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.passport.local.jvm.Project;
import io.passport.local.jvm.ServiceModule;
import io.passport.local.jvm.ServicePart;
import io.passport.local.part.Home;
import io.passport.local.part.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Trains a small program in the place of the gateway, with a real JVM. */
@Timeout(300)
class TrainingIT {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private Home home;
    private Project project;
    private Training training;

    @BeforeEach
    void buildService() throws IOException {
        home = Home.at(folder.resolve("home"));
        project = new Project(folder);
        Files.createDirectories(folder.resolve("gateway/target"));
        TestService.writeTo(folder.resolve("gateway/target/gateway.jar"));
        Files.createDirectories(folder.resolve("deploy"));
        Files.writeString(folder.resolve("deploy/jvm.options"), "-XX:+UseSerialGC\n");
        training = new Training(home, new Console(new PrintStream(output)));
    }

    @Test
    void runWhenThereIsNoCacheThenTheNextStartUsesTheNewOne() throws Exception {
        training.run(plan(Map.of()));

        assertThat(startCommand()).anyMatch(option -> option.startsWith("-XX:AOTCache="));
        assertThat(output.toString()).contains("next start is faster");
        assertNothingIsLeft();
    }

    /** A guard kills a part that does not end within 10 s, but not before the launcher has ended. */
    @Test
    void runWhenTheJvmNeedsLongForItsCacheThenItIsNotKilled() throws Exception {
        training.run(plan(Map.of("TEST_SERVICE_SHUTDOWN", "PT11S")));

        assertThat(startCommand()).anyMatch(option -> option.startsWith("-XX:AOTCache="));
    }

    @Test
    void runWhenThereIsACacheThenNothingIsStarted() throws Exception {
        training.run(plan(Map.of()));
        output.reset();
        Files.delete(home.log("gateway-training"));

        training.run(plan(Map.of()));

        assertThat(output.toString()).isEmpty();
        assertThat(home.log("gateway-training")).doesNotExist();
    }

    @Test
    void runWhenTheServiceDoesNotStartThenThatIsPrintedAndThereIsNoCache() throws Exception {
        Files.writeString(folder.resolve("deploy/jvm.options"), "-XX:NoSuchOption\n");

        training.run(plan(Map.of()));

        assertThat(output.toString()).contains("recorded no cache");
        assertThat(startCommand()).noneMatch(option -> option.startsWith("-XX:AOTCache="));
        assertNothingIsLeft();
    }

    @Test
    void stopWhenATrainingRunsThenItIsKilledAndNothingIsLeft() throws Exception {
        var run = Thread.ofVirtual().start(() -> {
            try {
                training.run(plan(Map.of("TEST_SERVICE_HANGS", "true")));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> Files.exists(home.pidFile("gateway-training")));
        var process = PidFile.process(home.pidFile("gateway-training")).orElseThrow();

        training.stop();

        assertThat(process.isAlive()).isFalse();
        assertThat(output.toString()).isEmpty();
        assertThat(startCommand()).noneMatch(option -> option.startsWith("-XX:AOTCache="));
        assertNothingIsLeft();
        run.join();
    }

    private List<PartSpec> plan(Map<String, String> environment) {
        return List.of(new PartSpec(gateway(environment), Set.of()));
    }

    private Part gateway(Map<String, String> environment) {
        return new ServicePart(project, ServiceModule.GATEWAY, "gateway", 8080, environment);
    }

    private List<String> startCommand() throws Exception {
        return gateway(Map.of()).program(home).command();
    }

    private void assertNothingIsLeft() throws IOException {
        assertThat(home.pidFile("gateway-training")).doesNotExist();
        try (Stream<Path> files = Files.walk(home.bin())) {
            assertThat(files).noneMatch(file -> file.endsWith("training"));
        }
    }
}
