package io.passport.user.sessions;

import io.passport.common.session.SessionKey;
import io.passport.common.session.SessionLifetime;
import io.passport.common.session.SessionRecord;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The sessions in Redis. The gateway reads and slides them with {@code GETEX session:<digest> EX <idle>}.
 *
 * <pre>
 * start  ZADD sessions:{42} &lt;created, ms&gt; &lt;digest&gt;, EXPIRE sessions:{42} &lt;absolute&gt;
 *        SET session:&lt;digest&gt; &lt;record&gt; EX &lt;idle&gt;
 * end    DEL session:&lt;digest&gt;
 *        ZREM sessions:{42} &lt;digest&gt;
 * </pre>
 *
 * A session and its user's index lie in different slots of a cluster; the order of the commands makes sure that no
 * session lives that the index does not know.
 */
@Component
public class Sessions {

    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final StringRedisTemplate redis;
    private final SessionLifetime lifetime;
    private final Clock clock;

    Sessions(StringRedisTemplate redis, SessionLifetime lifetime, Clock clock) {
        this.redis = redis;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** A new session's token: 256 random bits, base64url. Only the client ever has it. */
    String start(long userId, String address, String device) {
        String token = newToken();
        SessionKey key = SessionKey.ofToken(token).orElseThrow();
        Instant now = clock.instant();
        redis.opsForZSet().add(indexKey(userId), key.digest(), (double) now.toEpochMilli());
        redis.opsForZSet().removeRangeByScore(indexKey(userId), 0, (double)
                now.minus(lifetime.absolute()).toEpochMilli());
        redis.expire(indexKey(userId), lifetime.absolute());
        var session = new SessionRecord(userId, now, now.plus(lifetime.absolute()), address, device);
        redis.opsForValue().set(key.redisKey(), session.write(), lifetime.idle());
        return token;
    }

    /** Ends a session; it is no error if it has ended already. */
    void end(long userId, SessionKey key) {
        redis.delete(key.redisKey());
        redis.opsForZSet().remove(indexKey(userId), key.digest());
    }

    private String newToken() {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private static String indexKey(long userId) {
        return "sessions:{" + userId + "}";
    }
}
