package io.passport.testing.server;

import io.passport.local.mariadb.MariaDbServer;
import io.passport.local.part.FreePort;
import io.passport.local.part.Home;
import java.io.IOException;
import java.nio.file.Files;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A MariaDB that all test classes of a JVM share, with the schemas of user-service and of verify-service. Set the environment
 * variable {@code PASSPORT_TEST_MARIADB_PORT} to use a running server on 127.0.0.1 instead; it needs the schemas and users of
 * deploy/local's {@code init.sql}. The first use starts the server; if that fails, it throws ExceptionInInitializerError.
 */
public final class RealMariaDb {
    private static final int PORT;

    static {
        try {
            String external = System.getenv("PASSPORT_TEST_MARIADB_PORT");
            PORT = external != null ? Integer.parseInt(external) : start();
        } catch (Exception e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private RealMariaDb() {}

    private static int start() throws IOException, InterruptedException {
        return FreePort.start(Home.at(Files.createTempDirectory("passport-test-mariadb")), MariaDbServer::new)
                .part()
                .port();
    }

    /** The JDBC URL of a schema: {@code passport} (user-service) or {@code passport_verify} (verify-service). */
    public static String url(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + PORT + "/" + schema;
    }

    /** verify-service's schema, with the account that verify-service uses. */
    public static DataSource verifySchema() {
        return new DriverManagerDataSource(
                url("passport_verify"), "passport_verify", "local-only-passport-verify-database");
    }
}
