package io.passport.acceptance.stack;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What tests know about Redis: the keys of the architecture's table. A connection serves one question, since Redis may be
 * frozen or started anew before the next.
 */
public final class Redis implements AutoCloseable {

    private final RedisClient client;

    Redis(int port) {
        client = RedisClient.create(RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(port)
                .withTimeout(Duration.ofSeconds(5))
                .build());
    }

    /** The answer of a picture that is still good for something. */
    public Optional<String> imageCodeAnswer(String id) {
        return Optional.ofNullable(ask(redis -> redis.get("imagecode:" + id)));
    }

    /** How long a key will live. */
    public Duration timeToLive(String key) {
        return Duration.ofMillis(ask(redis -> redis.pttl(key)));
    }

    /** Lets time pass for a key: it has this much left. */
    public void leave(Duration life, String key) {
        ask(redis -> redis.pexpire(key, life.toMillis()));
    }

    /** Lets all its time pass for a key. */
    public void expire(String key) {
        ask(redis -> redis.del(key));
    }

    /** Lets the minute pass in which a number gets no second SMS. */
    public void forgetSmsSentTo(String mobile) {
        expire("smslimit:{" + mobile + "}");
    }

    /** The failures that are counted for {@code network:<address>}, {@code account:<id>}. */
    public long loginFailures(String whose) {
        String failures = ask(redis -> redis.hget("loginfail:{" + whose + "}", "failures"));
        return failures == null ? 0 : Long.parseLong(failures);
    }

    /** Lets the time of a lock pass, and no more: the next will be a longer one. */
    public void endLock(String whose) {
        endLockAt("loginfail:{" + whose + "}");
    }

    /** The same for all numbers: which key is whose, only user-service knows. */
    public void endLocksOfNumbers() {
        ask(redis -> redis.keys("loginfail:{mobile:*}")).forEach(this::endLockAt);
    }

    private void endLockAt(String key) {
        ask(redis -> redis.hset(key, "locked_until", String.valueOf(System.currentTimeMillis())));
    }

    /** All keys with all that they hold, as text. */
    public Map<String, String> everything() {
        return ask(redis -> {
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
            // it went meanwhile
            case "none" -> "";
            case String other -> throw new IllegalStateException(key + " is a " + other);
        };
    }

    private <T> T ask(Function<RedisCommands<String, String>, T> question) {
        try (var connection = client.connect()) {
            return question.apply(connection.sync());
        }
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
