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

/** {@code deploy/up} in a checkout of one source a module, with a Maven and a Java that do next to nothing. */
class UpScriptTests {
    private static final List<String> MODULES = List.of(
            "gateway",
            "verify-service",
            "user-service",
            "media-service",
            "deploy/local",
            "deploy/nacos",
            "deploy/emulators");
    private static final String MAKES_EVERY_JAR = """
            for module in %s; do mkdir -p $module/target; touch $module/target/${module##*/}-1.0.0.jar; done
            """.formatted(String.join(" ", MODULES));

    @TempDir
    Path root;

    @BeforeEach
    void checkOut() throws IOException {
        for (var module : MODULES) {
            source(module);
            Files.createFile(root.resolve(module, "pom.xml"));
        }
        source("common");
        Files.createFile(root.resolve("common", "pom.xml"));
        Files.createFile(root.resolve("pom.xml"));
        for (var script : List.of("up", "java-home")) {
            Files.copy(Path.of("..", script), root.resolve("deploy", script));
        }
        Files.writeString(Files.createDirectories(root.resolve("jdk")).resolve("release"), "JAVA_VERSION=\"25\"\n");
        program("jdk/bin/javac", "");
        program("jdk/bin/java", "echo started \"$@\"\n");
        maven(MAKES_EVERY_JAR);
    }

    @Test
    void buildsOnceWhenNothingChanges() throws Exception {
        assertThat(up())
                .startsWith("Building " + String.join(",", MODULES) + "\n")
                .contains("started ");
        assertThat(up()).doesNotContain("Building").contains("started ");
    }

    @Test
    void buildsAgainWhatWasSavedDuringTheBuild() throws Exception {
        // the jar is written after the source, and does not hold it
        maven("echo >> " + source("user-service") + "\n" + MAKES_EVERY_JAR);
        up();
        assertThat(up()).startsWith("Building user-service\n");
    }

    @Test
    void buildsAgainWhatDidNotBuild() throws Exception {
        up();
        source("gateway");
        maven("exit 1\n");
        assertThat(up()).contains("The build failed").doesNotContain("started ");
        maven(MAKES_EVERY_JAR);
        assertThat(up()).startsWith("Building gateway\n");
    }

    @Test
    void buildsThoughThePidThatALauncherLeftIsSomebodyElsesByNow() throws Exception {
        Files.writeString(
                Home.at(root.resolve("home")).pidFile("launcher"),
                ProcessHandle.current().pid() + "\n");
        assertThat(up()).startsWith("Building ");
    }

    @Test
    void buildsNothingUnderALauncherThatRuns() throws Exception {
        var jar = root.resolve("deploy/local/target/local-1.0.0.jar").toString();
        var launcher = new ProcessBuilder("sh", "-c", "read -r _; exit", jar, "up").start();
        try {
            Files.writeString(Home.at(root.resolve("home")).pidFile("launcher"), launcher.pid() + "\n");
            assertThat(up()).startsWith("started ").endsWith(" -jar " + jar + " up\n");
        } finally {
            launcher.getOutputStream().close();
            launcher.waitFor();
        }
    }

    /** Saves a module's only source. */
    private Path source(String module) throws IOException {
        return Files.writeString(
                Files.createDirectories(root.resolve(module, "src", "main")).resolve("Source.java"), "");
    }

    private void maven(String does) throws IOException {
        // Maven takes seconds; without any, files would be of the same tick of the clock that they are stamped by
        program("jdk/bin/mvn", "sleep 0.1\n" + does);
    }

    private void program(String name, String does) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + does);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /** What the script prints, when the Maven and the Java of the checkout are the first on the path. */
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
