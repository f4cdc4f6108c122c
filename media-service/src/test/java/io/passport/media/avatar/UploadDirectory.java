package io.passport.media.avatar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory in which uploads wait: a link, so that a test can point it to a place where no file can be written. */
final class UploadDirectory {

    static final Path PATH = create();

    private UploadDirectory() {}

    private static Path create() {
        try {
            Path parent = Files.createTempDirectory("uploads");
            parent.toFile().deleteOnExit();
            return Files.createSymbolicLink(
                    parent.resolve("current"), Files.createDirectory(parent.resolve("writable")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Points to {@code /proc}, where not even root can create a file. */
    static void makeUnwritable() throws IOException {
        pointTo(Path.of("/proc"));
    }

    static void makeWritable() throws IOException {
        pointTo(PATH.resolveSibling("writable"));
    }

    private static void pointTo(Path target) throws IOException {
        Files.delete(PATH);
        Files.createSymbolicLink(PATH, target);
    }
}
