package io.passport.user;

import io.passport.local.mariadb.MariaDbServer;
import io.passport.local.part.Home;
import io.passport.local.part.Running;
import io.passport.local.redis.RedisServer;
import io.passport.local.testing.AnyPort;
import java.nio.file.Files;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A real Redis and a real MariaDB, started once for all tests of this JVM; they end with it. */
public final class RealServers {

    private static final Running<RedisServer> REDIS;
    private static final Running<MariaDbServer> MARIADB;

    static {
        try {
            Home home = Home.at(Files.createTempDirectory("passport-user-service"));
            REDIS = AnyPort.start(home, RedisServer::new);
            MARIADB = AnyPort.start(home, MariaDbServer::new);
        } catch (Exception e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private RealServers() {}

    public static void use(DynamicPropertyRegistry properties) {
        properties.add("spring.data.redis.port", () -> REDIS.part().port());
        properties.add("spring.datasource.url", () -> MARIADB.part().jdbcUrl());
    }
}
