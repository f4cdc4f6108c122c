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
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Locks after too many failures, each time for longer. Used by sign-in by password and by {@code Reauthentication}. Each step
 * is one run of {@code lockout.lua} on these keys. The caller defines the layout of {@code <key>}, which must contain a
 * {@code {hash tag}}:
 *
 * <pre>
 * &lt;key&gt;            hash: failures, since (ms), round (locks so far), locked_until (ms)
 * &lt;key&gt;:pending    attempts in progress, by the time at which they become failures
 * &lt;key&gt;:subjects   subjects of the failures, by the time of the last one; only with a {@link DistinctSubjectLimit}
 * </pre>
 *
 * An attempt in progress counts as a failure, but does not lock: further attempts wait until it is decided. So forty right
 * passwords at once all succeed, and of forty wrong ones at once only as many are compared as in sequence.
 *
 * <p>The clocks of the instances may differ by less than the 10 s that an attempt may take.
 */
@Component
public class Lockouts {

    private static final RedisScript<Long> STEP =
            RedisScript.of(new ClassPathResource("lockout.lua", Lockouts.class), Long.class);
    private static final long OTHERS_FIRST = -1;
    private static final Duration MAX_DURATION = Duration.ofSeconds(10);
    private static final ExponentialBackOff BACK_OFF = backOff();

    private final StringRedisTemplate redis;
    private final Clock clock;

    Lockouts(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /**
     * Begins an attempt, to be closed: {@code try (Attempt attempt = lockouts.begin(…)) {…}}.
     *
     * @throws ApiException {@code 4201} with the seconds to wait, while locked or when others took longer than the policy's
     *     {@code maxWait}, or at once when the thread is interrupted
     * @throws org.springframework.dao.DataAccessException when Redis is unavailable
     */
    public Attempt begin(String key, LockoutPolicy policy) {
        return begin(key, policy, DistinctSubjectLimit.NONE, () -> {});
    }

    /** As {@link #begin(String, LockoutPolicy)}, and locks also when too many different subjects failed. */
    public Attempt begin(String key, LockoutPolicy policy, DistinctSubjectLimit subjectLimit) {
        return begin(key, policy, subjectLimit, () -> {});
    }

    /**
     * As {@link #begin(String, LockoutPolicy)}.
     *
     * @param whenLocked runs before the exception when the key is locked, but not when others took too long
     */
    public Attempt begin(String key, LockoutPolicy policy, Runnable whenLocked) {
        return begin(key, policy, DistinctSubjectLimit.NONE, whenLocked);
    }

    private Attempt begin(String key, LockoutPolicy policy, DistinctSubjectLimit subjectLimit, Runnable whenLocked) {
        Attempt attempt = new Attempt(this, key, policy, subjectLimit);
        long wait = beginWhenOthersAreDecided(attempt);
        if (wait > 0) {
            whenLocked.run();
        }
        if (wait != 0) {
            throw ApiException.tooManyRequests(Duration.ofMillis(wait));
        }
        return attempt;
    }

    /**
     * Deletes the failures and the locks. Attempts in progress stay.
     *
     * @throws org.springframework.dao.DataAccessException when Redis is unavailable
     */
    public void forget(String key) {
        redis.delete(List.of(key, key + ":subjects"));
    }

    /** Runs the script. Its result is documented there. */
    long step(String step, Attempt attempt) {
        LockoutPolicy policy = attempt.policy();
        DistinctSubjectLimit subjectLimit = attempt.subjectLimit();
        List<String> arguments = new ArrayList<>(List.of(
                step,
                attempt.id(),
                String.valueOf(clock.millis()),
                String.valueOf(policy.failures()),
                String.valueOf(policy.within().toMillis()),
                String.valueOf(policy.forgottenAfter().toMillis()),
                String.valueOf(MAX_DURATION.toMillis()),
                subjectLimit.subject(),
                String.valueOf(subjectLimit.max()),
                String.valueOf(subjectLimit.within().toMillis())));
        policy.locks().forEach(lock -> arguments.add(String.valueOf(lock.toMillis())));
        String key = attempt.key();
        return redis.execute(STEP, List.of(key, key + ":pending", key + ":subjects"), arguments.toArray());
    }

    /** Tries again until the policy's {@code maxWait} is over, and once more then. */
    private long beginWhenOthersAreDecided(Attempt attempt) {
        long end = System.nanoTime() + attempt.policy().maxWait().toNanos();
        BackOffExecution backOff = BACK_OFF.start();
        long wait = step("begin", attempt);
        for (long left = end - System.nanoTime(); wait == OTHERS_FIRST && left > 0; left = end - System.nanoTime()) {
            sleep(Math.min(backOff.nextBackOff() * 1_000_000, left));
            wait = step("begin", attempt);
        }
        return wait;
    }

    /** 30 to 40 ms at first, 200 to 300 ms later; at random, so that attempts that wait together do not retry together. */
    private static ExponentialBackOff backOff() {
        ExponentialBackOff backOff = new ExponentialBackOff(30, 2);
        backOff.setJitter(10);
        backOff.setMaxInterval(300);
        return backOff;
    }

    private static void sleep(long nanos) {
        try {
            Thread.sleep(Duration.ofNanos(nanos));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiException.tooManyRequests(Duration.ZERO);
        }
    }
}
