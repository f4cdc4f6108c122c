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
 * Exact counts over sliding windows. Each key is one sorted set: a member for each reservation, its score the time in
 * milliseconds by Redis's own clock.
 *
 * <pre>
 * EVALSHA reserve.lua 1 &lt;key&gt; &lt;reservation&gt; &lt;most&gt; &lt;period ms&gt; [&lt;most&gt; &lt;period ms&gt; …]
 * ZREM &lt;key&gt; &lt;reservation&gt;
 * </pre>
 *
 * <p>All windows of one key are decided in one atomic step. Two keys are two steps, since on Redis Cluster they lie on
 * different nodes: who needs both reserves one after the other and gives the first back when the second refuses.
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
     * Reserves a place in all windows of a key, or in none.
     *
     * @param reservation unique within the key, for {@link #giveBack}
     * @return how long to wait; empty when the place is reserved
     * @throws org.springframework.dao.DataAccessException when Redis fails
     */
    public Optional<Duration> reserve(String key, String reservation, List<Window> windows) {
        List<String> arguments = new ArrayList<>();
        arguments.add(reservation);
        for (Window window : windows) {
            arguments.add(Integer.toString(window.most()));
            arguments.add(Long.toString(window.period().toMillis()));
        }
        long wait = redis.execute(RESERVE, List.of(key), arguments.toArray());
        return wait == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(wait));
    }

    /**
     * Frees the place that a reservation took, as if it had never been made.
     *
     * @throws org.springframework.dao.DataAccessException when Redis fails
     */
    public void giveBack(String key, String reservation) {
        redis.opsForZSet().remove(key, reservation);
    }
}
