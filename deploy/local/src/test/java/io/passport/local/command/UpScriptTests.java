package io.passport.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.passport.local.part.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/up} in a checkout with one source in each module, with a fake Maven and a fake Java. */
class UpScriptTests {
    private static final List<String> MODULES = List.of(
            "gateway",
            "verify-service",
            "user-service",
            "media-service",
            "deploy/local",
            "deploy/nacos",
            "deploy/emulators");
    private static final String CREATE_ALL_JARS = """
            for module in %s; do mkdir -p $module/target; touch $module/target/${module##*/}.jar; done
            """.formatted(String.join(" ", MODULES));

    @TempDir
    Path root;

    @BeforeEach
    void checkOut() throws IOException {
        for (var module : MODULES) {
            source(module);
            Files.createFile(root.resolve(module, "pom.xml"));
        }
        for (var library : List.of("common", "deploy/nacos-check")) {
            source(library);
            Files.createFile(root.resolve(library, "pom.xml"));
        }
        Files.createFile(root.resolve("pom.xml"));
        for (var script : List.of("up", "java-home")) {
            Files.copy(Path.of("..", script), root.resolve("deploy", script));
        }
        Files.writeString(Files.createDirectories(root.resolve("jdk")).resolve("release"), "JAVA_VERSION=\"25\"\n");
        program("jdk/bin/javac", "");
        program("jdk/bin/java", "echo started \"$@\"\n");
        maven(CREATE_ALL_JARS);
    }

    @Test
    void upWhenNothingChangedThenNothingIsBuilt() throws Exception {
        assertThat(up())
                .startsWith("Building " + String.join(",", MODULES) + "\n")
                .contains("started ");
        assertThat(up()).doesNotContain("Building").contains("started ");
    }

    @Test
    void upWhenASourceWasSavedDuringTheBuildThenItIsBuiltAgain() throws Exception {
        // the jar is written after the source but does not contain it
        maven("echo >> " + source("user-service") + "\n" + CREATE_ALL_JARS);
        up();
        assertThat(up()).startsWith("Building user-service\n");
    }

    @Test
    void upWhenTheDescriptionOfTheApiChangedThenTheGatewayIsBuiltAgain() throws Exception {
        up();
        Files.createFile(root.resolve("gateway/openapi.json"));
        assertThat(up()).startsWith("Building gateway\n");
    }

    @Test
    void upWhenTheLastBuildFailedThenItIsBuiltAgain() throws Exception {
        up();
        source("gateway");
        maven("exit 1\n");
        assertThat(up()).contains("The build failed").doesNotContain("started ");
        maven(CREATE_ALL_JARS);
        assertThat(up()).startsWith("Building gateway\n");
    }

    @Test
    void upWhenThePidBelongsToAnotherProgramThenItBuilds() throws Exception {
        Files.writeString(
                Home.at(root.resolve("home")).pidFile("launcher"),
                ProcessHandle.current().pid() + "\n");
        assertThat(up()).startsWith("Building ");
    }

    @Test
    void upWhenALauncherRunsThenNothingIsBuilt() throws Exception {
        var jar = root.resolve("deploy/local/target/local.jar").toString();
        var launcher = new ProcessBuilder("sh", "-c", "read -r _; exit", jar, "up").start();
        try {
            Files.writeString(Home.at(root.resolve("home")).pidFile("launcher"), launcher.pid() + "\n");
            assertThat(up()).startsWith("started ").endsWith(" -jar " + jar + " up\n");
        } finally {
            launcher.getOutputStream().close();
            launcher.waitFor();
        }
    }

    /** Writes the module's only source. */
    private Path source(String module) throws IOException {
        return Files.writeString(
                Files.createDirectories(root.resolve(module, "src", "main")).resolve("Source.java"), "");
    }

    private void maven(String script) throws IOException {
        // Maven takes seconds; without a delay the files would have the time of the stamp
        program("jdk/bin/mvn", "sleep 0.1\n" + script);
    }

    private void program(String name, String script) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /** Runs the script with the fake Maven and Java first on the path, and returns its output. */
    private String up() throws IOException, InterruptedException {
        var builder = new ProcessBuilder("sh", root.resolve("deploy", "up").toString()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", root.resolve("jdk").toString());
        builder.environment().merge("PATH", root.resolve("jdk/bin").toString(), (path, first) -> first + ":" + path);
        builder.environment().put("PASSPORT_HOME", root.resolve("home").toString());
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return printed;
    }
}
