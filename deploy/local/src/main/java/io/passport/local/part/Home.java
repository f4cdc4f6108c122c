package io.passport.local.part;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder with a stack's files: {@code run/<part>.pid}, {@code logs/<part>.log}, {@code data/<part>}, {@code bin/}.
 *
 * @param root the real path of an existing folder
 */
public record Home(Path root) {
    /**
     * Creates the folders that are missing.
     *
     * @throws StartupException if they are not writable
     */
    public static Home at(Path root) {
        try {
            for (var folder : List.of("run", "logs", "data", "bin")) {
                Files.createDirectories(root.resolve(folder));
            }
            return new Home(root.toRealPath()).checkWritable();
        } catch (IOException e) {
            throw new StartupException("Cannot write to " + root.toAbsolutePath() + " (" + reason(e)
                    + "): make it writable, or set PASSPORT_HOME to a folder that is");
        }
    }

    /** {@code PASSPORT_HOME}, or {@code ~/.cache/passport} if it is not set. */
    public static Home ofEnvironment() {
        var set = System.getenv("PASSPORT_HOME");
        return at(
                set == null || set.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache", "passport")
                        : Path.of(set));
    }

    private Home checkWritable() throws IOException {
        Files.delete(Files.createTempFile(run(), "writable", null));
        return this;
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : e.getClass().getSimpleName();
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path log(String part) {
        return root.resolve("logs", part + ".log");
    }

    public Path pidFile(String part) {
        return run().resolve(part + ".pid");
    }

    public Path data() {
        return root.resolve("data");
    }

    public Path bin() {
        return root.resolve("bin");
    }
}
