package io.passport.user.attempts;

import io.passport.common.api.ApiException;
import java.time.Duration;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Counts attempts in Redis, in a fixed window that starts with the first attempt. Check and increment are one script, so
 * concurrent requests cannot exceed the limit. Used by the quota of identity checks. The caller defines the layout of the
 * key.
 */
@Component
public class AttemptCounter {

    private static final RedisScript<Long> COUNT = script("attempt-count.lua");
    private static final RedisScript<Long> RELEASE = script("attempt-release.lua");

    private final StringRedisTemplate redis;

    AttemptCounter(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /**
     * Counts one attempt.
     *
     * @throws ApiException {@code 4201} with the seconds to wait, when the window already has {@code max} attempts
     * @throws org.springframework.dao.DataAccessException when Redis is unavailable
     */
    public void count(String key, int max, Duration window) {
        Long wait = redis.execute(COUNT, List.of(key), String.valueOf(max), String.valueOf(window.toMillis()));
        if (wait > 0) {
            throw ApiException.tooManyRequests(Duration.ofMillis(wait));
        }
    }

    /**
     * Takes back one counted attempt.
     *
     * @throws org.springframework.dao.DataAccessException when Redis is unavailable
     */
    public void release(String key) {
        redis.execute(RELEASE, List.of(key));
    }

    private static RedisScript<Long> script(String file) {
        return RedisScript.of(new ClassPathResource(file, AttemptCounter.class), Long.class);
    }
}
