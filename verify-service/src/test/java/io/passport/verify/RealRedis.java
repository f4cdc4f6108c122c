package io.passport.verify;

import io.passport.local.part.Home;
import io.passport.local.redis.RedisServer;
import io.passport.local.testing.AnyPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A Redis of the tests' own, on a free loopback port, gone with the JVM. */
public final class RealRedis {

    /** What most tests share; each begins by {@link #empty}. */
    public static final RealRedis SHARED = start();

    private final int port;
    private final StringRedisTemplate template;
    private final String process;

    private RealRedis(int port) {
        this.port = port;
        var connections = new LettuceConnectionFactory("127.0.0.1", port);
        connections.afterPropertiesSet();
        connections.start();
        template = new StringRedisTemplate(connections);
        process = template.execute((RedisCallback<Properties>)
                        connection -> connection.serverCommands().info("server"))
                .getProperty("process_id");
    }

    private static RealRedis start() {
        try {
            var home = Home.at(Files.createTempDirectory("passport-verify-service"));
            return new RealRedis(AnyPort.start(home, RedisServer::new).part().port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return port;
    }

    public StringRedisTemplate template() {
        return template;
    }

    public void empty() {
        template.execute((RedisCallback<Void>) connection -> {
            connection.serverCommands().flushAll();
            return null;
        });
    }

    /** By its own clock, which all scripts go by. */
    public Instant now() {
        return Instant.ofEpochMilli(Objects.requireNonNull(template.execute(
                (RedisCallback<Long>) connection -> connection.serverCommands().time(TimeUnit.MILLISECONDS))));
    }

    public void freeze() {
        signal("STOP", process);
    }

    public void thaw() {
        signal("CONT", process);
    }

    /** Sends a signal, {@code STOP} say, to a process. */
    public static void signal(String name, String process) {
        try {
            new ProcessBuilder("kill", "-" + name, process).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
