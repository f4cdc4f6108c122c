package io.passport.testing.server;

import io.passport.local.part.FreePort;
import io.passport.local.part.Home;
import io.passport.local.part.RunningPart;
import io.passport.local.redis.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A Redis that all test classes of a JVM share. Set the environment variable {@code PASSPORT_TEST_REDIS_PORT} to use a running
 * Redis on 127.0.0.1 instead; the tests delete all its keys, and tests that freeze it are skipped.
 */
public final class RealRedis {
    /** Started by the first class that uses it; ends with the JVM. */
    public static final RealRedis SHARED = start();

    private final int port;
    private final @Nullable RunningPart<RedisServer> server;
    private final StringRedisTemplate template;

    private RealRedis(int port, @Nullable RunningPart<RedisServer> server) {
        this.port = port;
        this.server = server;
        var connections = new LettuceConnectionFactory("127.0.0.1", port);
        connections.afterPropertiesSet();
        connections.start();
        template = new StringRedisTemplate(connections);
    }

    private static RealRedis start() {
        String external = System.getenv("PASSPORT_TEST_REDIS_PORT");
        if (external != null) {
            return new RealRedis(Integer.parseInt(external), null);
        }
        try {
            var server = FreePort.start(Home.at(Files.createTempDirectory("passport-test-redis")), RedisServer::new);
            return new RealRedis(server.part().port(), server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Points {@code spring.data.redis} at this server. */
    public void register(DynamicPropertyRegistry properties) {
        properties.add("spring.data.redis.port", this::port);
    }

    /** Its port on loopback. */
    public int port() {
        return port;
    }

    /** A client, independent of the service under test. */
    public StringRedisTemplate template() {
        return template;
    }

    /** Deletes all keys. */
    public void empty() {
        template.execute((RedisCallback<Boolean>) connection -> {
            connection.serverCommands().flushAll();
            return true;
        });
    }

    /** The server's own clock, which Passport's Lua scripts read. */
    public Instant now() {
        return Instant.ofEpochMilli(Objects.requireNonNull(template.execute(
                (RedisCallback<Long>) connection -> connection.serverCommands().time(TimeUnit.MILLISECONDS))));
    }

    /** Stops the process: commands get no answer until {@link #thaw}. With a Redis of the environment the test is skipped. */
    public void freeze() {
        signal("STOP");
    }

    /** Continues the process. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        if (server == null) {
            Assumptions.abort("A Redis that the test did not start cannot be frozen");
        }
        Signals.send(name, server.pid());
    }
}
