package io.passport.acceptance.passport;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads and changes Passport's keys in Redis. Each call opens a connection, since tests freeze and restart Redis. */
public final class PassportRedis implements AutoCloseable {

    private final RedisClient client;

    PassportRedis(int port) {
        client = RedisClient.create(RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(port)
                .withTimeout(Duration.ofSeconds(5))
                .build());
    }

    /** The text of an image code that is still valid. */
    public Optional<String> imageCodeText(String id) {
        return Optional.ofNullable(run(redis -> redis.get("imagecode:" + id)));
    }

    /** The remaining time to live of a key. */
    public Duration timeToLive(String key) {
        return Duration.ofMillis(run(redis -> redis.pttl(key)));
    }

    /** Sets the remaining time to live of a key. */
    public void setTimeToLive(Duration life, String key) {
        run(redis -> redis.pexpire(key, life.toMillis()));
    }

    /** Deletes a key, as if its time were over. */
    public void expire(String key) {
        run(redis -> redis.del(key));
    }

    /** Resets the limits of SMS to a number, as if the minute between two were over. */
    public void forgetSmsSentTo(String mobile) {
        expire("smslimit:{" + mobile + "}");
    }

    /**
     * The failed sign-ins that are counted for a subject.
     *
     * @param subject {@code network:<address>} or {@code account:<id>}
     */
    public long loginFailures(String subject) {
        String failures = run(redis -> redis.hget("loginfail:{" + subject + "}", "failures"));
        return failures == null ? 0 : Long.parseLong(failures);
    }

    /** Ends the lock of a subject now. The next lock of this subject is longer, as after a lock that ended by time. */
    public void endLock(String subject) {
        endLockAt("loginfail:{" + subject + "}");
    }

    /** Ends the locks of all numbers: a key has an HMAC of its number, so tests cannot find the key of one number. */
    public void endLocksOfNumbers() {
        run(redis -> redis.keys("loginfail:{mobile:*}")).forEach(this::endLockAt);
    }

    private void endLockAt(String key) {
        run(redis -> redis.hset(key, "locked_until", String.valueOf(System.currentTimeMillis())));
    }

    /** All keys with their content as text. */
    public Map<String, String> everything() {
        return run(redis -> {
            Map<String, String> content = new TreeMap<>();
            for (String key : redis.keys("*")) {
                content.put(key, contentOf(redis, key));
            }
            return content;
        });
    }

    private static String contentOf(RedisCommands<String, String> redis, String key) {
        return switch (redis.type(key)) {
            case "string" -> String.valueOf(redis.get(key));
            case "hash" -> String.valueOf(redis.hgetall(key));
            case "zset" -> String.valueOf(redis.zrangeWithScores(key, 0, -1));
            case "set" -> String.valueOf(redis.smembers(key));
            case "list" -> String.valueOf(redis.lrange(key, 0, -1));
            // it expired meanwhile
            case "none" -> "";
            case String other -> throw new IllegalStateException(key + " is a " + other);
        };
    }

    private <T> T run(Function<RedisCommands<String, String>, T> command) {
        try (var connection = client.connect()) {
            return command.apply(connection.sync());
        }
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
