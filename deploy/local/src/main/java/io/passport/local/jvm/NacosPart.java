package io.passport.local.jvm;

import io.passport.local.part.Home;
import io.passport.local.part.HttpProbe;
import io.passport.local.part.Part;
import io.passport.local.part.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The stand-alone Nacos of deploy/nacos. Ready when its readiness endpoint answers 200. */
public record NacosPart(Project project, int port) implements Part {
    private static final int HEAP_MEBIBYTES = 192;

    @Override
    public String name() {
        return "nacos";
    }

    /** HTTP, gRPC for clients, gRPC between servers, Raft. */
    @Override
    public List<Integer> ports() {
        return List.of(port, port + 1000, port + 1001, port - 1000);
    }

    @Override
    public Program program(Home home) throws IOException {
        var data = Files.createDirectories(home.data().resolve("nacos"));
        var options = new ArrayList<>(JavaCommand.FAST_START);
        options.add("-Dnacos.home=" + data);
        var command = new JavaCommand(home, HEAP_MEBIBYTES, options);
        return new Program(
                command.of(project.jar("deploy/nacos")),
                Map.of("PASSPORT_NACOS_PORT", String.valueOf(port), "MALLOC_ARENA_MAX", "2"),
                data);
    }

    @Override
    public boolean ready() throws IOException, InterruptedException {
        return new HttpProbe(port, "/nacos/v3/admin/core/state/readiness").status() == 200;
    }

    /**
     * Whether Nacos lists the instance of a service on this port.
     *
     * @throws IOException if Nacos does not answer
     */
    public boolean lists(String service, int instancePort) throws IOException, InterruptedException {
        return new HttpProbe(port, "/nacos/v3/client/ns/instance/list?serviceName=" + service)
                .body()
                .contains("\"port\":" + instancePort + ",");
    }

    @Override
    public Duration startTimeout() {
        return Duration.ofSeconds(120);
    }
}
