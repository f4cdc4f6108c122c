package io.passport.local.jvm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.passport.local.part.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractedJarTests {
    @TempDir
    Path folder;

    Home home;
    Path bootJar;

    @BeforeEach
    void openHome() {
        home = Home.at(folder.resolve("home"));
        bootJar = folder.resolve("service.jar");
    }

    @Test
    void extractWhenTheBuildIsExtractedThenItIsReused() throws Exception {
        build("one");
        var first = ExtractedJar.of(bootJar, "service", home).jar();
        assertThat(first).isRegularFile();
        var time = Files.getLastModifiedTime(first);
        assertThat(ExtractedJar.of(bootJar, "service", home).jar()).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(first)).isEqualTo(time);
    }

    @Test
    void extractWhenOnlyTheContentDiffersThenTheOldBuildIsReplaced() throws Exception {
        build("one");
        var time = Files.getLastModifiedTime(bootJar);
        var first = ExtractedJar.of(bootJar, "service", home).jar();
        build("two");
        Files.setLastModifiedTime(bootJar, time);
        var second = ExtractedJar.of(bootJar, "service", home).jar();
        assertThat(second).isRegularFile().isNotEqualTo(first);
        assertThat(first).doesNotExist();
    }

    /** Creates a jar that accepts the command line of Boot's jar tools. */
    private void build(String content) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Name.MAIN_CLASS, TestJarTool.class.getName());
        try (var jar = new JarOutputStream(Files.newOutputStream(bootJar), manifest)) {
            var name = TestJarTool.class.getName().replace('.', '/') + ".class";
            jar.putNextEntry(new JarEntry(name));
            try (var bytes = TestJarTool.class.getClassLoader().getResourceAsStream(name)) {
                bytes.transferTo(jar);
            }
            jar.putNextEntry(new JarEntry("content"));
            jar.write(content.getBytes(UTF_8));
        }
    }
}
