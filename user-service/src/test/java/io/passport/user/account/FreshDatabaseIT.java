package io.passport.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.local.mariadb.MariaDbServer;
import io.passport.local.part.FreePort;
import io.passport.local.part.Home;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** With a MariaDB that no other test uses. */
class FreshDatabaseIT {

    @Test
    void migrateWhenTheDatabaseIsNewThenItHasNoAccount(@TempDir Path folder) throws Exception {
        try (var running = FreePort.start(Home.at(folder), MariaDbServer::new)) {
            MariaDbServer server = running.part();
            var database = new DriverManagerDataSource(server.jdbcUrl(), server.user(), server.password());
            assertThat(Flyway.configure().dataSource(database).load().migrate().migrationsExecuted)
                    .isPositive();
            assertThat(JdbcClient.create(database)
                            .sql("SELECT COUNT(*) FROM account")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }
}
