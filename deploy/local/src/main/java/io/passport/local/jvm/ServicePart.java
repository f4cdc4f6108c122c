package io.passport.local.jvm;

import io.passport.local.part.Home;
import io.passport.local.part.HttpProbe;
import io.passport.local.part.Part;
import io.passport.local.part.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One instance of one of Passport's own services, with the profile {@code local}. Ready when its readiness probe answers 200.
 *
 * @param name the module's, with {@code -2} and so on for further instances
 * @param port its server port
 * @param environment the {@code PASSPORT_<PART>_PORT} of all parts
 */
public record ServicePart(Project project, ServiceModule module, String name, int port, Map<String, String> environment)
        implements Part {
    /** As in the images: glibc would have more arenas, and may return the memory of a password hash after each of them. */
    private static final Map<String, String> NATIVE_MEMORY = Map.of(
            "MALLOC_ARENA_MAX", "2",
            "MALLOC_TRIM_THRESHOLD_", "67108864",
            "MALLOC_MMAP_THRESHOLD_", "33554432");

    private static final int HIGHEST_PORT = 65_535;

    /** The port of its actuator: the server port + 10000, or − 10000 if that sum is above 65535. */
    public static int managementPort(int port) {
        return port + 10_000 <= HIGHEST_PORT ? port + 10_000 : port - 10_000;
    }

    @Override
    public List<Integer> ports() {
        return List.of(port, managementPort(port));
    }

    @Override
    public Program program(Home home) throws IOException, InterruptedException {
        return program(home, cache(home).use());
    }

    /** @param aot how the JVM uses or records its cache */
    Program program(Home home, List<String> aot) throws IOException, InterruptedException {
        var variables = new HashMap<>(environment);
        variables.putAll(Map.of(
                "SPRING_PROFILES_ACTIVE", "local",
                "SERVER_PORT", String.valueOf(port),
                "MANAGEMENT_SERVER_PORT", String.valueOf(managementPort(port)),
                "PASSPORT_HOME", home.root().toString()));
        variables.putAll(NATIVE_MEMORY);
        var options = new ArrayList<>(List.of(
                "@" + project.jvmOptions(),
                // Nacos's client writes logs and a copy of the registry; its default is the user's home
                "-DJM.LOG.PATH=" + home.root().resolve("logs", name),
                "-DJM.SNAPSHOT.PATH=" + home.data().resolve(name)));
        options.addAll(aot);
        var command = new JavaCommand(home, module.heapMebibytes(), options);
        return new Program(command.of(extractedJar(home)), variables, home.root());
    }

    AotCache cache(Home home) throws IOException, InterruptedException {
        var options = new ArrayList<>(Files.readAllLines(project.jvmOptions()));
        options.add(module.heapMebibytes() + "m");
        return AotCache.of(extractedJar(home), options);
    }

    private Path extractedJar(Home home) throws IOException, InterruptedException {
        // instances of one module share its files
        synchronized (module) {
            return ExtractedJar.of(project.jar(module.folder()), module.folder(), home)
                    .jar();
        }
    }

    @Override
    public boolean ready() throws IOException, InterruptedException {
        return new HttpProbe(managementPort(port), "/actuator/health/readiness").status() == 200;
    }

    @Override
    public Duration startTimeout() {
        return Duration.ofMinutes(4);
    }
}
