package io.passport.local.mariadb;

import io.passport.local.part.AtomicDirectory;
import io.passport.local.part.Home;
import io.passport.local.part.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** MariaDB's data directory. MariaDB's installation script creates it at the first start. */
record DataDirectory(Path folder) {
    /**
     * Creates the directory if it is missing. Fails with a StartupException if the script fails; the next start tries again.
     */
    static DataDirectory below(Home home, MariaDbBinaries binaries) throws IOException, InterruptedException {
        var folder = home.data().resolve("mariadb");
        AtomicDirectory.create(
                folder, unfinished -> installer(home, binaries, unfinished).run(home, "mariadb"));
        return new DataDirectory(folder);
    }

    /** Uses relative paths, because the script does not quote paths and home may contain a space. */
    private static Program installer(Home home, MariaDbBinaries binaries, Path folder) throws IOException {
        var command = new ArrayList<>(List.of(
                "sh",
                "scripts/mariadb-install-db",
                "--no-defaults",
                "--force",
                "--basedir=.",
                "--datadir=" + binaries.folder().relativize(folder),
                "--skip-test-db",
                "--skip-name-resolve",
                ServerOptions.LOG_FILE_SIZE));
        command.addAll(ServerOptions.user());
        return new Program(command, ServerOptions.temporaryFiles(home), binaries.folder());
    }
}
