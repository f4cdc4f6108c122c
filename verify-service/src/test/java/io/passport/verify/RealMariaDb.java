package io.passport.verify;

import io.passport.local.mariadb.MariaDbServer;
import io.passport.local.part.Home;
import io.passport.local.part.Running;
import io.passport.local.testing.AnyPort;
import java.nio.file.Files;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A MariaDB of the tests' own, on a free loopback port, gone with the JVM. */
public final class RealMariaDb {

    private static final Running<MariaDbServer> SERVER;

    static {
        try {
            SERVER = AnyPort.start(Home.at(Files.createTempDirectory("passport-verify-service")), MariaDbServer::new);
        } catch (Exception e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private RealMariaDb() {}

    /** verify-service's own schema. */
    public static String url() {
        return "jdbc:mariadb://127.0.0.1:" + SERVER.part().port() + "/passport_verify";
    }

    /** As verify-service signs in to it. */
    public static DataSource schema() {
        return new DriverManagerDataSource(url(), "passport_verify", "local-only-passport-verify-database");
    }
}
