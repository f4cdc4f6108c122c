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
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A Redis that all test classes of a JVM share. */
public final class RealRedis {
    /** Started by the first class that uses it; ends with the JVM. */
    public static final RealRedis SHARED = start();

    private final RunningPart<RedisServer> server;
    private final StringRedisTemplate template;

    private RealRedis(RunningPart<RedisServer> server) {
        this.server = server;
        var connections =
                new LettuceConnectionFactory("127.0.0.1", server.part().port());
        connections.afterPropertiesSet();
        connections.start();
        template = new StringRedisTemplate(connections);
    }

    private static RealRedis start() {
        try {
            return new RealRedis(
                    FreePort.start(Home.at(Files.createTempDirectory("passport-test-redis")), RedisServer::new));
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
        return server.part().port();
    }

    /** A client, independent of the service under test. */
    public StringRedisTemplate template() {
        return template;
    }

    /** Deletes all keys. */
    public void empty() {
        template.execute((RedisCallback<Void>) connection -> {
            connection.serverCommands().flushAll();
            return null;
        });
    }

    /** The server's own clock, which Passport's Lua scripts read. */
    public Instant now() {
        return Instant.ofEpochMilli(Objects.requireNonNull(template.execute(
                (RedisCallback<Long>) connection -> connection.serverCommands().time(TimeUnit.MILLISECONDS))));
    }

    /** Stops the process: commands get no answer until {@link #thaw}. */
    public void freeze() {
        Signals.send("STOP", server.pid());
    }

    /** Continues the process. */
    public void thaw() {
        Signals.send("CONT", server.pid());
    }
}
