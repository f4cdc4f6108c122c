package io.passport.verify.smscode;

import io.passport.common.personal.Mobile;
import java.time.Duration;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * The codes that are out, at most one for a purpose and a number. {@code smscode:<purpose>:{<mobile>}} is a hash:
 * {@code seal}, {@code tries} that are left, and {@code ticket} while somebody holds the code.
 * {@code smscode:<purpose>:{<mobile>}:replaced} is the code before it, until that would have run out. Both share a slot.
 *
 * <pre>
 * EVALSHA put.lua       2 &lt;key&gt; &lt;key&gt;:replaced &lt;seal&gt; 5 300000
 * EVALSHA withdraw.lua  2 &lt;key&gt; &lt;key&gt;:replaced &lt;seal&gt;
 * EVALSHA take.lua      1 &lt;key&gt; &lt;seal&gt; &lt;ticket&gt;
 * EVALSHA give-back.lua 1 &lt;key&gt; &lt;ticket&gt;
 * </pre>
 *
 * <p>Each is one atomic step. All throw a {@link org.springframework.dao.DataAccessException} when Redis fails.
 */
@Component
class SmsCodes {

    static final Duration VALID_FOR = Duration.ofMinutes(5);

    private static final int TRIES = 5;
    private static final RedisScript<Boolean> PUT = script("put.lua", Boolean.class);
    private static final RedisScript<Boolean> WITHDRAW = script("withdraw.lua", Boolean.class);
    private static final RedisScript<String> TAKE = script("take.lua", String.class);
    private static final RedisScript<Boolean> GIVE_BACK = script("give-back.lua", Boolean.class);

    private final StringRedisTemplate redis;
    private final SmsCodeSeal seal;

    SmsCodes(StringRedisTemplate redis, SmsCodeSeal seal) {
        this.redis = redis;
        this.seal = seal;
    }

    /** Makes the code the only one of its purpose and number. */
    void put(SmsCode code) {
        redis.execute(PUT, keys(code), seal.of(code), Integer.toString(TRIES), Long.toString(VALID_FOR.toMillis()));
    }

    /** Undoes {@link #put}: the code that it replaced is valid again. Does nothing when yet another was put since. */
    void withdraw(SmsCode code) {
        redis.execute(WITHDRAW, keys(code), seal.of(code));
    }

    /** Tries a code; when it is right, the ticket holds it. */
    Taking take(SmsCode tried, Ticket ticket) {
        String key = key(tried.purpose(), tried.mobile());
        return Taking.valueOf(redis.execute(TAKE, List.of(key), seal.of(tried), ticket.value()));
    }

    /**
     * Makes a taken code usable again.
     *
     * @return whether this ticket still held it: not when it ran out or a newer code took its place
     */
    boolean giveBack(Purpose purpose, Mobile mobile, Ticket ticket) {
        return redis.execute(GIVE_BACK, List.of(key(purpose, mobile)), ticket.value());
    }

    private static List<String> keys(SmsCode code) {
        String key = key(code.purpose(), code.mobile());
        return List.of(key, key + ":replaced");
    }

    private static String key(Purpose purpose, Mobile mobile) {
        return "smscode:" + purpose.wireName() + ":{" + mobile.number() + "}";
    }

    private static <T> RedisScript<T> script(String file, Class<T> result) {
        return RedisScript.of(new ClassPathResource(file, SmsCodes.class), result);
    }
}
