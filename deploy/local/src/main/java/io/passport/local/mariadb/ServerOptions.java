package io.passport.local.mariadb;

import io.passport.local.part.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Options for a small, fast, durable MariaDB that behaves like MySQL 8 where possible. */
final class ServerOptions {
    /** The same at installation and at each start; otherwise MariaDB creates a new redo log. */
    static final String LOG_FILE_SIZE = "--innodb-log-file-size=32M";

    /** MySQL 8's strict mode: rejects values that MariaDB would otherwise truncate or convert. */
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
                // with TLS each start creates an RSA key, which takes up to 30 s
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

    /** MariaDB runs as root only with this option. */
    static List<String> user() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }

    /**
     * A folder for the temporary files of this server only. At its start a server deletes temporary files in its folder,
     * including those of another server.
     */
    static Map<String, String> temporaryFiles(Home home) throws IOException {
        return Map.of(
                "TMPDIR",
                Files.createDirectories(home.data().resolve("mariadb-temporary"))
                        .toString());
    }
}
