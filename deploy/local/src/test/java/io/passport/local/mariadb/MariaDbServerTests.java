package io.passport.local.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.local.part.Home;
import io.passport.local.part.FreePort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbServerTests {
    @Test
    void keepsDataWhenStartedAgain(@TempDir Path folder) throws Exception {
        // a long name with a space: neither the socket nor MariaDB's own scripts may trip over it
        var home = Home.at(folder.resolve(
                "a home with a name that is rather long ".repeat(3).trim()));
        try (var running = FreePort.start(home, MariaDbServer::new)) {
            execute(running.part(), "CREATE TABLE greeting (word VARCHAR(10))");
            execute(running.part(), "INSERT INTO greeting VALUES ('你好')");
        }
        try (var running = FreePort.start(home, MariaDbServer::new)) {
            assertThat(query(running.part(), "SELECT word FROM greeting")).isEqualTo("你好");
        }
    }

    @Test
    void startsAllTheSameWhenAnInstallationWasCutShort(@TempDir Path folder) throws Exception {
        var home = Home.at(folder);
        Files.createDirectories(home.data().resolve("mariadb.new", "mysql"));
        try (var running = FreePort.start(home, MariaDbServer::new)) {
            assertThat(query(running.part(), "SELECT @@time_zone")).isEqualTo("+00:00");
        }
    }

    private static void execute(MariaDbServer mariaDb, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(mariaDb.jdbcUrl(), mariaDb.user(), mariaDb.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(MariaDbServer mariaDb, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(mariaDb.jdbcUrl(), mariaDb.user(), mariaDb.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
