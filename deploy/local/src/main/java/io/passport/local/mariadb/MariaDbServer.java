package io.passport.local.mariadb;

import io.passport.local.part.Home;
import io.passport.local.part.Part;
import io.passport.local.part.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * MariaDB 11.4 on loopback, with the databases and users of user-service and verify-service.
 *
 * @param port its port
 */
public record MariaDbServer(int port) implements Part {
    private static final int TIMEOUT_SECONDS = 1;

    @Override
    public String name() {
        return "mariadb";
    }

    /** user-service's database, for the driver {@code mariadb-java-client}. */
    public String jdbcUrl() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/passport";
    }

    public String user() {
        return "passport";
    }

    public String password() {
        return "local-only-passport-database";
    }

    @Override
    public Program program(Home home) throws IOException, InterruptedException {
        var binaries = MariaDbBinaries.below(home);
        var data = DataDirectory.below(home, binaries).folder();
        var command = new ArrayList<>(List.of(
                binaries.server(),
                "--no-defaults",
                "--basedir=" + binaries.folder(),
                "--datadir=" + data,
                "--init-file=" + initFile(home),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                // relative to the data directory, because a socket's path is limited to about 100 characters
                "--socket=mariadb.sock",
                "--pid-file=mariadbd.pid"));
        command.addAll(ServerOptions.behaviour());
        command.addAll(ServerOptions.size());
        command.addAll(ServerOptions.user());
        return new Program(command, ServerOptions.temporaryFiles(home), data);
    }

    private static Path initFile(Home home) throws IOException {
        var file = home.bin().resolve("mariadb-init.sql");
        try (var sql = Objects.requireNonNull(MariaDbServer.class.getResourceAsStream("init.sql"))) {
            Files.copy(sql, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    /**
     * Whether user-service's account can use its database; false after 1 s without an answer. The server runs the init file
     * before it accepts clients.
     */
    @Override
    public boolean ready() {
        DriverManager.setLoginTimeout(TIMEOUT_SECONDS);
        try (var connection = DriverManager.getConnection(jdbcUrl(), user(), password())) {
            return connection.isValid(TIMEOUT_SECONDS);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public Duration startTimeout() {
        return Duration.ofSeconds(60);
    }
}
