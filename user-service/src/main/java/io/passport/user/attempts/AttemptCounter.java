package io.passport.user.attempts;

import io.passport.common.api.ApiException;
import java.time.Duration;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Counts attempts in Redis, in a window that the first of them opens. Looking and counting are one script: many callers at
 * once have no more attempts than one. Who uses it owns the layout of the key.
 */
@Component
public class AttemptCounter {

    private static final RedisScript<Long> COUNT =
            RedisScript.of(new ClassPathResource("attempt-count.lua"), Long.class);
    private static final RedisScript<Long> GIVE_BACK =
            RedisScript.of(new ClassPathResource("attempt-give-back.lua"), Long.class);

    private final StringRedisTemplate redis;

    AttemptCounter(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /**
     * Counts one attempt.
     *
     * @throws ApiException {@code 4201} with the seconds to wait, when there were {@code most} in the window
     */
    public void count(String key, int most, Duration window) {
        Long wait = redis.execute(COUNT, List.of(key), String.valueOf(most), String.valueOf(window.toMillis()));
        if (wait > 0) {
            throw ApiException.tooManyRequests(Duration.ofMillis(wait));
        }
    }

    /** Takes one attempt back that was none after all. */
    public void release(String key) {
        redis.execute(GIVE_BACK, List.of(key));
    }
}
