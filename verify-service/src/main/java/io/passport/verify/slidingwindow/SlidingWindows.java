package io.passport.verify.slidingwindow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Rate limits by exact sliding windows. Each key is a sorted set with a member for each reservation; the score is its time in
 * milliseconds, by the clock of Redis.
 *
 * <pre>
 * EVALSHA reserve.lua 1 &lt;key&gt; &lt;reservation&gt; &lt;max&gt; &lt;period ms&gt; [&lt;max&gt; &lt;period ms&gt; …]
 * ZREM &lt;key&gt; &lt;reservation&gt;
 * </pre>
 *
 * <p>All windows of one key are checked in one atomic step, so concurrent calls never exceed a window. Two keys need two
 * steps, because they may be on different nodes of a Redis Cluster. A caller that needs both reserves one after the other, and
 * releases the first if the second is rejected.
 */
@Component
public class SlidingWindows {

    private static final RedisScript<Long> RESERVE =
            RedisScript.of(new ClassPathResource("reserve.lua", SlidingWindows.class), Long.class);

    private final StringRedisTemplate redis;

    public SlidingWindows(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /**
     * Reserves in all windows of a key, or in none. {@code ImageLimit} and {@code SmsLimits} call it.
     *
     * @param reservation unique within the key, for {@link #release}
     * @return how long to wait until all windows allow one more; empty when it is reserved
     * @throws org.springframework.dao.DataAccessException when Redis fails or does not answer in time; then Redis may still
     *     reserve
     */
    public Optional<Duration> reserve(String key, String reservation, List<Window> windows) {
        List<String> arguments = new ArrayList<>();
        arguments.add(reservation);
        for (Window window : windows) {
            arguments.add(Integer.toString(window.max()));
            arguments.add(Long.toString(window.period().toMillis()));
        }
        long wait = redis.execute(RESERVE, List.of(key), arguments.toArray());
        return wait == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(wait));
    }

    /**
     * Removes a reservation; it no longer counts.
     *
     * @throws org.springframework.dao.DataAccessException when Redis fails
     */
    public void release(String key, String reservation) {
        redis.opsForZSet().remove(key, reservation);
    }
}
