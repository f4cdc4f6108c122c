package io.passport.media.picture;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.passport.common.api.ApiException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ByteArrayResource;

/**
 * A separate process that decodes all {@link Bombs}: with production's JVM options and limits except the timeout, and heap for
 * one picture.
 */
final class BombProcess {

    private static final int OTHER_HEAP_MEGABYTES = 32;

    private BombProcess() {}

    /** The result of each bomb by name. Bombs after one that ended the process are missing. */
    static Map<String, String> fates() {
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + (PictureProperties.HEAP_PER_PICTURE.toMegabytes() + OTHER_HEAP_MEGABYTES) + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dstdout.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                BombProcess.class.getName());
        try {
            Path fates = Files.createTempFile("fates", ".txt");
            fates.toFile().deleteOnExit();
            Process process = command.redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(fates.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
            }
            return Files.readAllLines(fates).stream()
                    .filter(line -> line.contains("\t"))
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public static void main(String[] args) {
        // a new JVM on a busy machine is slow; another test checks the timeout
        var longTimeout = Map.of("passport.picture.timeout", "30s");
        var production = new Binder(new MapConfigurationPropertySource(longTimeout))
                .bindOrCreate("passport.picture", PictureProperties.class);
        PictureSanitizer sanitizer =
                new PictureConfiguration().pictureSanitizer(production, BulkheadRegistry.ofDefaults());
        for (Bombs.Bomb bomb : Bombs.all()) {
            System.out.println(bomb.name() + "\t" + fate(sanitizer, bomb.picture()));
        }
    }

    private static String fate(PictureSanitizer sanitizer, byte[] picture) {
        try {
            sanitizer.sanitize(new ByteArrayResource(picture));
            return Bombs.REENCODED;
        } catch (ApiException rejection) {
            return rejection.text();
        }
    }
}
