package io.passport.user.attempts;

import io.passport.common.wire.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Locks what failed too often, each time for longer. Each step is one script, {@code lockout.lua}, on these keys; who uses
 * it owns the layout of {@code <key>}, which must hold a {@code {hash tag}}:
 *
 * <pre>
 * &lt;key&gt;            hash: failures, since when in ms, round (locks so far), locked_until in ms
 * &lt;key&gt;:pending    attempts that are not decided yet, by the time at which they will have failed
 * &lt;key&gt;:subjects   what the failures were for, by the time of the last; only with a {@link Spread}
 * </pre>
 *
 * An undecided attempt counts as if it had failed, but locks nobody out: the others wait until it is decided. So forty
 * right ones at once all succeed, and of forty wrong ones as many are looked at as would be one after another.
 *
 * <p>The instances' clocks may differ by less than the ten seconds that an attempt may stay undecided.
 */
@Component
public class Lockouts {

    private static final RedisScript<Long> STEP = RedisScript.of(new ClassPathResource("lockout.lua"), Long.class);
    private static final long OTHERS_FIRST = -1;
    private static final Duration UNDECIDED = Duration.ofSeconds(10);
    private static final int SHORTEST_PAUSE_MS = 20;
    private static final int LONGEST_PAUSE_MS = 200;

    private final StringRedisTemplate redis;
    private final Clock clock;

    Lockouts(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /**
     * Begins an attempt. Close it: {@code try (Attempt attempt = lockouts.begin(…)) {…}}.
     *
     * @throws Refusal {@code 4201} with the seconds to wait, while locked or when others took too long
     */
    public Attempt begin(String key, LockoutPolicy policy) {
        return begin(key, policy, Spread.NONE);
    }

    /** As {@link #begin(String, LockoutPolicy)}, and failures for too many different subjects lock too. */
    public Attempt begin(String key, LockoutPolicy policy, Spread spread) {
        Attempt attempt = new Attempt(this, key, policy, spread);
        long began = System.nanoTime();
        long wait = step("begin", attempt);
        for (int pause = SHORTEST_PAUSE_MS;
                wait == OTHERS_FIRST
                        && System.nanoTime() - began < policy.patience().toNanos();
                pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
            waitAbout(pause);
            wait = step("begin", attempt);
        }
        if (wait != 0) {
            throw Refusal.tooOften(Duration.ofMillis(wait));
        }
        return attempt;
    }

    /** Forgets the failures and the locks; what is under way stays. */
    public void forget(String key) {
        redis.delete(List.of(key, key + ":subjects"));
    }

    long step(String step, Attempt attempt) {
        LockoutPolicy policy = attempt.policy();
        Spread spread = attempt.spread();
        List<String> arguments = new ArrayList<>(List.of(
                step,
                attempt.id(),
                String.valueOf(clock.millis()),
                String.valueOf(policy.failures()),
                String.valueOf(policy.within().toMillis()),
                String.valueOf(policy.forgottenAfter().toMillis()),
                String.valueOf(UNDECIDED.toMillis()),
                spread.subject(),
                String.valueOf(spread.most()),
                String.valueOf(spread.within().toMillis())));
        policy.locks().forEach(lock -> arguments.add(String.valueOf(lock.toMillis())));
        String key = attempt.key();
        return redis.execute(STEP, List.of(key, key + ":pending", key + ":subjects"), arguments.toArray());
    }

    /** Not exactly, so that those who wait together do not ask together. */
    private static void waitAbout(int millis) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(millis, 2 * millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.tooOften(Duration.ZERO);
        }
    }
}
