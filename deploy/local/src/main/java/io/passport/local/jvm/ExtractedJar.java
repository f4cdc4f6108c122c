package io.passport.local.jvm;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.passport.local.part.AtomicDirectory;
import io.passport.local.part.Home;
import io.passport.local.part.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.CRC32;

/**
 * A service's Boot jar, extracted: a JVM starts from plain jars in half the time that nested jars need.
 *
 * @param jar its main jar; the manifest names the jars in {@code lib}
 */
record ExtractedJar(Path jar) {
    /**
     * Extracts a jar below {@code bin/} once for each build, and deletes the previous build. The caller serializes calls for a
     * part.
     */
    static ExtractedJar of(Path bootJar, String part, Home home) throws IOException, InterruptedException {
        var build = fingerprint(bootJar);
        var folder = home.bin().resolve(part);
        if (!Files.exists(folder.resolve(build))) {
            AtomicDirectory.delete(folder);
            Files.createDirectories(folder);
            AtomicDirectory.create(
                    folder.resolve(build),
                    unfinished -> extraction(bootJar, unfinished).run(home, part));
        }
        return new ExtractedJar(folder.resolve(build).resolve(bootJar.getFileName()));
    }

    /** A check sum of the names and CRCs in the jar's directory. The file's time is the same for all reproducible builds. */
    private static String fingerprint(Path bootJar) throws IOException {
        try (var jar = new JarFile(bootJar.toFile())) {
            var sum = new CRC32();
            jar.stream().forEach(entry -> sum.update((entry.getName() + entry.getCrc()).getBytes(UTF_8)));
            return Long.toHexString(sum.getValue());
        }
    }

    private static Program extraction(Path bootJar, Path to) {
        var command = List.of(
                JavaCommand.java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools",
                "-jar",
                bootJar.toString(),
                "extract",
                "--force",
                "--destination",
                to.toString());
        return new Program(command, Map.of(), to);
    }
}
