package io.passport.local.jvm;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.passport.local.part.AtomicDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The ahead-of-time cache of a service (JEP 483, 514 and 515): loaded classes and profiles of methods from a training run. It is
 * beside the jar, below {@code bin/}, so it is deleted together with the build. The JVM compares the cache with the jars and with
 * itself, and starts without a cache that does not belong to them or is damaged.
 *
 * @param file exists only if a training run has completed
 */
record AotCache(Path file) {
    private static final String SUFFIX = ".aot";

    /**
     * The cache for a jar on this JDK.
     *
     * @param options what else it depends on: the JVM's options
     */
    static AotCache of(Path jar, List<String> options) {
        var sum = new CRC32();
        sum.update((Runtime.version() + " " + JavaCommand.java() + " " + options).getBytes(UTF_8));
        return new AotCache(jar.resolveSibling(Long.toHexString(sum.getValue()) + SUFFIX));
    }

    /** The option that lets a JVM use the cache; none if there is no cache yet. */
    List<String> use() {
        return exists() ? List.of("-XX:AOTCache=" + file) : List.of();
    }

    boolean exists() {
        return Files.isRegularFile(file);
    }

    /**
     * The option for a training run. The JVM writes to a folder of its own until it has ended; what an interrupted run has left
     * there is deleted.
     */
    String record() throws IOException {
        discard();
        return "-XX:AOTCacheOutput=" + Files.createDirectories(unfinished()).resolve("cache");
    }

    /**
     * Takes the cache of a training run that has ended, in place of caches for other options.
     *
     * @throws IOException if the run has written none
     */
    void complete() throws IOException {
        Files.move(unfinished().resolve("cache"), file, StandardCopyOption.ATOMIC_MOVE);
        try (Stream<Path> files = Files.list(file.getParent())) {
            for (var other : files.filter(this::isOther).toList()) {
                Files.delete(other);
            }
        }
    }

    private boolean isOther(Path sibling) {
        return sibling.toString().endsWith(SUFFIX) && !sibling.equals(file);
    }

    /** Deletes what a training run has written. */
    void discard() throws IOException {
        AtomicDirectory.delete(unfinished());
    }

    private Path unfinished() {
        return file.resolveSibling("training");
    }
}
