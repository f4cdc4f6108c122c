package io.passport.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Creates folders that appear whole or not at all, however their making ends. */
public final class AtomicDirectory {
    private AtomicDirectory() {}

    /** What fills an empty folder. */
    @FunctionalInterface
    public interface Filling {
        void into(Path unfinished) throws IOException, InterruptedException;
    }

    /** Creates a folder unless it exists: fills one beside it, named {@code <folder>.new}, and renames that. */
    public static void create(Path folder, Filling filling) throws IOException, InterruptedException {
        if (Files.exists(folder)) {
            return;
        }
        var unfinished = folder.resolveSibling(folder.getFileName() + ".new");
        delete(unfinished);
        try {
            filling.into(Files.createDirectories(unfinished));
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            // still there only when that failed, perhaps because the disk is full
            delete(unfinished);
        }
    }

    /** Deletes a folder with all that is in it, if there is one. */
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
