package io.passport.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Creates folders that are either complete or absent, also after a crash. */
public final class AtomicDirectory {
    private AtomicDirectory() {}

    /** Fills an empty folder. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path unfinished) throws IOException, InterruptedException;
    }

    /**
     * Creates a folder unless it exists: fills {@code <folder>.new}, then renames it. If the content throws, the folder stays
     * absent. Not for concurrent calls with the same folder.
     */
    public static void create(Path folder, Content content) throws IOException, InterruptedException {
        if (Files.exists(folder)) {
            return;
        }
        var unfinished = folder.resolveSibling(folder.getFileName() + ".new");
        delete(unfinished);
        try {
            content.writeTo(Files.createDirectories(unfinished));
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            // exists only after a failure
            delete(unfinished);
        }
    }

    /** Deletes a folder with its content, if it exists. If a file cannot be deleted, the rest stays. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
