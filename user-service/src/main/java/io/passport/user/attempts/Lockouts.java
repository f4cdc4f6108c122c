package io.passport.user.attempts;

import io.passport.common.api.ApiException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
 * &lt;key&gt;:subjects   what the failures were for, by the time of the last; only with a {@link DistinctSubjectLimit}
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

    private final StringRedisTemplate redis;
    private final Clock clock;

    Lockouts(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /**
     * Begins an attempt. Close it: {@code try (Attempt attempt = lockouts.begin(…)) {…}}.
     *
     * @throws ApiException {@code 4201} with the seconds to wait, while locked or when others took too long
     */
    public Attempt begin(String key, LockoutPolicy policy) {
        return begin(key, policy, DistinctSubjectLimit.NONE, () -> {});
    }

    /** As {@link #begin(String, LockoutPolicy)}, and failures for too many different subjects lock too. */
    public Attempt begin(String key, LockoutPolicy policy, DistinctSubjectLimit spread) {
        return begin(key, policy, spread, () -> {});
    }

    /** As {@link #begin(String, LockoutPolicy)}, and does something first when it is locked, not when others took too long. */
    public Attempt begin(String key, LockoutPolicy policy, Runnable whenLocked) {
        return begin(key, policy, DistinctSubjectLimit.NONE, whenLocked);
    }

    private Attempt begin(String key, LockoutPolicy policy, DistinctSubjectLimit spread, Runnable whenLocked) {
        Attempt attempt = new Attempt(this, key, policy, spread);
        long wait = untilOthersAreDecided(attempt);
        if (wait > 0) {
            whenLocked.run();
        }
        if (wait != 0) {
            throw ApiException.tooManyRequests(Duration.ofMillis(wait));
        }
        return attempt;
    }

    /** Forgets the failures and the locks; what is under way stays. */
    public void forget(String key) {
        redis.delete(List.of(key, key + ":subjects"));
    }

    long step(String step, Attempt attempt) {
        LockoutPolicy policy = attempt.policy();
        DistinctSubjectLimit spread = attempt.spread();
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

    /** No longer than the policy allows, and with a last try then. */
    private long untilOthersAreDecided(Attempt attempt) {
        long end = System.nanoTime() + attempt.policy().maxWait().toNanos();
        Pauses pauses = new Pauses();
        long wait = step("begin", attempt);
        for (long left = end - System.nanoTime(); wait == OTHERS_FIRST && left > 0; left = end - System.nanoTime()) {
            waitFor(pauses.next(Duration.ofNanos(left)));
            wait = step("begin", attempt);
        }
        return wait;
    }

    private static void waitFor(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiException.tooManyRequests(Duration.ZERO);
        }
    }
}
