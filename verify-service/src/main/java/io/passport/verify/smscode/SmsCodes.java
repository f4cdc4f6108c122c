package io.passport.verify.smscode;

import io.passport.common.pii.Mobile;
import io.passport.verify.undo.UndoScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * The codes that are out, at most one for a purpose and a number. {@code smscode:<purpose>:{<mobile>}} is a hash:
 * {@code seal}, {@code tries} that are left, {@code ticket} while somebody holds the code, {@code used} once somebody did.
 * {@code smscode:<purpose>:{<mobile>}:replaced} is the code before it, until that would have run out.
 * {@code smscode:<purpose>:{<mobile>}:cancelled:<ticket>} keeps a ticket that was given back from taking once more. All
 * share a slot.
 * {@code smscode:<purpose>:{<mobile>}:wrong} counts the wrong tries of a day, however many codes they were for.
 *
 * <pre>
 * EVALSHA put.lua       2 &lt;key&gt; &lt;key&gt;:replaced &lt;seal&gt; 5 300000
 * EVAL    withdraw.lua  2 &lt;key&gt; &lt;key&gt;:replaced &lt;seal&gt;
 * EVALSHA take.lua      3 &lt;key&gt; &lt;key&gt;:cancelled:&lt;ticket&gt; &lt;key&gt;:wrong &lt;seal&gt; &lt;ticket&gt; 25 86400000
 * EVAL    give-back.lua 2 &lt;key&gt; &lt;key&gt;:cancelled:&lt;ticket&gt; &lt;ticket&gt; 300000
 * </pre>
 *
 * <p>Each is one atomic step. All throw a {@link org.springframework.dao.DataAccessException} when Redis fails.
 */
@Component
class SmsCodes {

    static final Duration VALID_FOR = Duration.ofMinutes(5);

    private static final int TRIES = 5;
    private static final Duration DAY = Duration.ofDays(1);
    private static final RedisScript<Boolean> PUT = RedisScript.of(file("put.lua"), Boolean.class);
    private static final RedisScript<String> TAKE = RedisScript.of(file("take.lua"), String.class);
    private static final UndoScript WITHDRAW = new UndoScript(file("withdraw.lua"));
    private static final UndoScript GIVE_BACK = new UndoScript(file("give-back.lua"));

    private final StringRedisTemplate redis;
    private final SmsCodeSeal seal;
    private final SmsCodeSettings settings;

    SmsCodes(StringRedisTemplate redis, SmsCodeSeal seal, SmsCodeSettings settings) {
        this.redis = redis;
        this.seal = seal;
        this.settings = settings;
    }

    /** Makes the code the only one of its purpose and number. */
    void put(SmsCode code) {
        redis.execute(PUT, keys(code), seal.of(code), Integer.toString(TRIES), Long.toString(VALID_FOR.toMillis()));
    }

    /**
     * Undoes {@link #put}, even one that Redis gets to see only now: the code that it replaced is valid again. Does nothing
     * when yet another was put since.
     */
    void withdraw(SmsCode code) {
        WITHDRAW.run(redis, keys(code), seal.of(code));
    }

    /** Tries a code; when it is right, the ticket holds it, and by the same ticket it may be taken again. */
    Taking take(SmsCode tried, Ticket ticket) {
        return Taking.valueOf(redis.execute(
                TAKE,
                keysToTake(tried, ticket),
                seal.of(tried),
                ticket.value(),
                Integer.toString(settings.wrongTriesADay()),
                Long.toString(DAY.toMillis())));
    }

    /**
     * Makes a taken code usable again. The ticket takes nothing any more, not even by a {@link #take} that Redis gets to
     * see only now.
     *
     * @return whether this ticket still held it: not when it ran out or a newer code took its place
     */
    boolean giveBack(Purpose purpose, Mobile mobile, Ticket ticket) {
        return GIVE_BACK.run(redis, keys(purpose, mobile, ticket), ticket.value(), Long.toString(VALID_FOR.toMillis()));
    }

    private static List<String> keysToTake(SmsCode tried, Ticket ticket) {
        List<String> keys = new ArrayList<>(keys(tried.purpose(), tried.mobile(), ticket));
        keys.add(key(tried.purpose(), tried.mobile()) + ":wrong");
        return keys;
    }

    private static List<String> keys(SmsCode code) {
        String key = key(code.purpose(), code.mobile());
        return List.of(key, key + ":replaced");
    }

    private static List<String> keys(Purpose purpose, Mobile mobile, Ticket ticket) {
        String key = key(purpose, mobile);
        return List.of(key, key + ":cancelled:" + ticket.value());
    }

    private static String key(Purpose purpose, Mobile mobile) {
        return "smscode:" + purpose.wireName() + ":{" + mobile.number() + "}";
    }

    private static ClassPathResource file(String name) {
        return new ClassPathResource(name, SmsCodes.class);
    }
}
