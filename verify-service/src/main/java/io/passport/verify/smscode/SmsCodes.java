package io.passport.verify.smscode;

import io.passport.common.pii.Mobile;
import io.passport.verify.compensation.CompensationScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Stores the codes in Redis, at most one for a purpose and a number. All keys of a number are in one slot of a Redis Cluster:
 *
 * <ul>
 *   <li>{@code smscode:<purpose>:{<mobile>}} is a hash: {@code hmac}; {@code tries} left; {@code consumption_id} while the code
 *       is consumed; {@code used} after it was consumed once
 *   <li>{@code …:replaced} is the previous code, until it expires
 *   <li>{@code …:cancelled:<consumption id>} marks a released consumption, which must not consume again
 *   <li>{@code …:wrong} counts the wrong tries of 24 h, over all codes
 * </ul>
 *
 * <pre>
 * EVALSHA put.lua      2 &lt;key&gt; &lt;key&gt;:replaced &lt;hmac&gt; 5 300000
 * EVAL    withdraw.lua 2 &lt;key&gt; &lt;key&gt;:replaced &lt;hmac&gt;
 * EVALSHA consume.lua  3 &lt;key&gt; &lt;key&gt;:cancelled:&lt;consumption id&gt; &lt;key&gt;:wrong &lt;hmac&gt; &lt;consumption id&gt; 25 86400000
 * EVAL    release.lua  2 &lt;key&gt; &lt;key&gt;:cancelled:&lt;consumption id&gt; &lt;consumption id&gt; 300000
 * </pre>
 *
 * <p>Each is one atomic step. {@link SmsCodeSender} stores and withdraws, user-service consumes and releases. All methods
 * throw a {@link org.springframework.dao.DataAccessException} when Redis fails or does not answer in time; then Redis may
 * still run the step later.
 */
@Component
class SmsCodes {

    static final Duration VALID_FOR = Duration.ofMinutes(5);

    private static final int MAX_TRIES = 5;
    private static final Duration DAY = Duration.ofDays(1);
    private static final RedisScript<Boolean> PUT = RedisScript.of(script("put.lua"), Boolean.class);
    private static final RedisScript<String> CONSUME = RedisScript.of(script("consume.lua"), String.class);
    private static final CompensationScript WITHDRAW = new CompensationScript(script("withdraw.lua"));
    private static final CompensationScript RELEASE = new CompensationScript(script("release.lua"));

    private final StringRedisTemplate redis;
    private final SmsCodeHmac hmac;
    private final SmsCodeProperties settings;

    SmsCodes(StringRedisTemplate redis, SmsCodeHmac hmac, SmsCodeProperties settings) {
        this.redis = redis;
        this.hmac = hmac;
        this.settings = settings;
    }

    /** Stores a code; it replaces the previous one of its purpose and number. */
    void put(SmsCode code) {
        redis.execute(PUT, keys(code), hmac.of(code), Integer.toString(MAX_TRIES), Long.toString(VALID_FOR.toMillis()));
    }

    /**
     * Reverts {@link #put}, also one that Redis has run late: the previous code is valid again. Does nothing when a newer code
     * was stored since.
     */
    void withdraw(SmsCode code) {
        WITHDRAW.run(redis, keys(code), hmac.of(code));
    }

    /**
     * Compares a code and, if it is right, consumes it. A repeated call with the same id has the same result. Of two calls with
     * different ids at most one consumes the code; the other gets {@link VerificationResult#EXPIRED}.
     */
    VerificationResult consume(SmsCode code, ConsumptionId consumptionId) {
        return VerificationResult.valueOf(redis.execute(
                CONSUME,
                keysToConsume(code, consumptionId),
                hmac.of(code),
                consumptionId.value(),
                Integer.toString(settings.maxWrongTriesPerDay()),
                Long.toString(DAY.toMillis())));
    }

    /**
     * Makes a consumed code valid again for its remaining time. Afterwards this id cannot consume, not even by a {@link
     * #consume} that Redis runs late.
     *
     * @return whether this consumption was released; false when the code expired or was replaced
     */
    boolean release(Purpose purpose, Mobile mobile, ConsumptionId consumptionId) {
        return RELEASE.run(
                redis,
                keys(purpose, mobile, consumptionId),
                consumptionId.value(),
                Long.toString(VALID_FOR.toMillis()));
    }

    private static List<String> keysToConsume(SmsCode code, ConsumptionId consumptionId) {
        List<String> keys = new ArrayList<>(keys(code.purpose(), code.mobile(), consumptionId));
        keys.add(key(code.purpose(), code.mobile()) + ":wrong");
        return keys;
    }

    private static List<String> keys(SmsCode code) {
        String key = key(code.purpose(), code.mobile());
        return List.of(key, key + ":replaced");
    }

    private static List<String> keys(Purpose purpose, Mobile mobile, ConsumptionId consumptionId) {
        String key = key(purpose, mobile);
        return List.of(key, key + ":cancelled:" + consumptionId.value());
    }

    private static String key(Purpose purpose, Mobile mobile) {
        return "smscode:" + purpose.wireName() + ":{" + mobile.number() + "}";
    }

    private static ClassPathResource script(String name) {
        return new ClassPathResource(name, SmsCodes.class);
    }
}
