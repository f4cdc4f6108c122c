package io.passport.local.jvm;

import io.passport.local.part.Home;
import io.passport.local.part.HttpProbe;
import io.passport.local.part.Part;
import io.passport.local.part.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;

/** The emulated third parties of deploy/emulators. Ready when {@code GET /inbox} answers 200. */
public record EmulatorsPart(Project project, int port) implements Part {
    private static final int HEAP_MEBIBYTES = 96;

    @Override
    public String name() {
        return "emulators";
    }

    @Override
    public Program program(Home home) throws IOException {
        var data = Files.createDirectories(home.data().resolve("emulators"));
        var command = new JavaCommand(home, HEAP_MEBIBYTES, JavaCommand.FAST_START);
        return new Program(
                command.of(project.jar("deploy/emulators")),
                Map.of(
                        "PASSPORT_EMULATORS_PORT", String.valueOf(port),
                        "PASSPORT_HOME", home.root().toString(),
                        "MALLOC_ARENA_MAX", "2"),
                data);
    }

    @Override
    public boolean ready() throws IOException, InterruptedException {
        return new HttpProbe(port, "/inbox").status() == 200;
    }

    @Override
    public Duration startTimeout() {
        return Duration.ofSeconds(60);
    }
}
