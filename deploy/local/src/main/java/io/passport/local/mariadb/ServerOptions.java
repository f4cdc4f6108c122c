package io.passport.local.mariadb;

import io.passport.local.part.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Options of a small, quick, durable MariaDB that behaves like a MySQL 8 as far as it can. */
final class ServerOptions {
    /** The same at installation and at each start, else the redo log is made anew. */
    static final String LOG_FILE_SIZE = "--innodb-log-file-size=32M";

    /** Strict like MySQL 8, which refuses what MariaDB would bend to fit. */
    private static final String SQL_MODE = "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,"
            + "NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

    private ServerOptions() {}

    static List<String> behaviour() {
        return List.of(
                SQL_MODE,
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_general_ci",
                "--default-time-zone=+00:00",
                "--skip-name-resolve",
                // with TLS each start makes an RSA key, which takes up to 30 s
                "--skip-ssl");
    }

    static List<String> size() {
        return List.of(
                LOG_FILE_SIZE,
                "--innodb-buffer-pool-size=64M",
                "--innodb-log-buffer-size=4M",
                "--key-buffer-size=1M",
                "--aria-pagecache-buffer-size=1M",
                "--max-connections=200");
    }

    /** As root it refuses to run unless told that this is meant. */
    static List<String> user() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }

    /**
     * A folder for temporary files of this server alone: a server that starts removes from its folder what looks like a
     * leftover, another server's files too.
     */
    static Map<String, String> temporaryFiles(Home home) throws IOException {
        return Map.of(
                "TMPDIR",
                Files.createDirectories(home.data().resolve("mariadb-temporary"))
                        .toString());
    }
}
