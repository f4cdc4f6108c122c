package io.passport.local.binaries;

import io.passport.local.part.AtomicDirectory;
import io.passport.local.part.StartupException;
import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * A folder with binaries in a jar on the class path.
 *
 * @param product the name for messages
 * @param folder the folder in the jar, with a slash at its end; empty for the root
 * @param executable a file that the folder must contain
 */
public record BundledBinaries(String product, String folder, String executable) {
    /**
     * Extracts files, unless the target exists. After a failure the target is absent, and the next call tries again.
     *
     * @param wanted accepts names relative to the folder
     * @throws StartupException if the class path has no such binaries for this machine
     */
    public void extract(Predicate<String> wanted, Path target) throws IOException, InterruptedException {
        AtomicDirectory.create(target, unfinished -> {
            try (var jar = jar()) {
                for (var entry :
                        jar.stream().filter(entry -> isWanted(entry, wanted)).toList()) {
                    copy(jar, entry, unfinished.resolve(entry.getName().substring(folder.length())));
                }
            }
        });
    }

    private boolean isWanted(JarEntry entry, Predicate<String> wanted) {
        return !entry.isDirectory()
                && entry.getName().startsWith(folder)
                && wanted.test(entry.getName().substring(folder.length()));
    }

    private static void copy(JarFile jar, JarEntry entry, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (var content = jar.getInputStream(entry)) {
            Files.copy(content, file);
        }
        // a jar does not store file modes
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + file + " executable");
        }
    }

    private JarFile jar() throws IOException {
        var resource = BundledBinaries.class.getClassLoader().getResource(folder + executable);
        if (resource == null || !(resource.openConnection() instanceof JarURLConnection connection)) {
            throw new StartupException("No %s for %s on %s among the dependencies of deploy/local"
                    .formatted(product, System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        return new JarFile(Path.of(connection.getJarFileURL().getPath()).toFile());
    }
}
