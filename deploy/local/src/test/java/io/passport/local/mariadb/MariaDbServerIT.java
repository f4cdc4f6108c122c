package io.passport.local.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.local.part.FreePort;
import io.passport.local.part.Home;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbServerIT {
    @TempDir
    static Path folder;

    static Home home;

    /** One home for all tests, because an installation takes seconds. */
    @BeforeAll
    static void interruptAnInstallation() throws IOException {
        // a long name with spaces, which the socket and MariaDB's scripts must accept
        home = Home.at(folder.resolve(
                "a home with a name that is rather long ".repeat(3).trim()));
        Files.createDirectories(home.data().resolve("mariadb.new", "mysql"));
    }

    @Test
    void restartWhenDataWereWrittenThenTheyAreKept() throws Exception {
        try (var running = FreePort.start(home, MariaDbServer::new)) {
            execute(running.part(), "CREATE TABLE greeting (word VARCHAR(10))");
            execute(running.part(), "INSERT INTO greeting VALUES ('你好')");
        }
        try (var running = FreePort.start(home, MariaDbServer::new)) {
            assertThat(query(running.part(), "SELECT word FROM greeting")).isEqualTo("你好");
        }
    }

    @Test
    void startWhenAnInstallationWasInterruptedThenItIsRepeated() throws Exception {
        try (var running = FreePort.start(home, MariaDbServer::new)) {
            assertThat(query(running.part(), "SELECT @@time_zone")).isEqualTo("+00:00");
        }
    }

    @Test
    void startWhenThePortIsTakenThenAnotherPortIsTried() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var attempts = new AtomicInteger();
            IntFunction<MariaDbServer> server =
                    port -> new MariaDbServer(attempts.getAndIncrement() == 0 ? taken.getLocalPort() : port);
            try (var running = FreePort.start(home, server)) {
                assertThat(attempts).hasValueBetween(2, 5);
                assertThat(running.part().ready()).isTrue();
            }
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
