package io.passport.user.sessions;

import io.passport.common.internalcall.Caller;
import io.passport.common.session.SessionKey;
import io.passport.common.session.SessionLifetime;
import io.passport.common.session.SessionRecord;
import io.passport.common.session.SessionToken;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The sessions in Redis. The gateway reads and extends a session with {@code GETEX session:<digest> EX <idle>}, and extends
 * the index with {@code EXPIRE sessions:{42} <2 × idle>} at least every half of the idle time.
 *
 * <pre>
 * start   session-index.lua      ZADD sessions:{42} &lt;created, ms&gt; &lt;digest&gt;, PEXPIRE sessions:{42} &lt;2 × idle&gt;,
 *                                ZRANGE sessions:{42} 0 &lt;too many - 1&gt;
 *         DEL, ZREM, DEL of those, as in end
 *         SET session:&lt;digest&gt; &lt;record&gt; EX &lt;idle&gt;
 *         ZSCORE sessions:{42} &lt;digest&gt;; if it is gone, DEL session:&lt;digest&gt;
 * list    ZREVRANGE sessions:{42} 0 -1, then GET and PTTL session:&lt;digest&gt; of each
 * end     ZSCORE sessions:{42} &lt;digest&gt;, DEL session:&lt;digest&gt;, ZREM sessions:{42} &lt;digest&gt;, DEL session:&lt;digest&gt;
 * </pre>
 *
 * A session and its user's index are in different slots of a cluster, so no script can change both. The order of the commands
 * ensures that no session exists that the index does not contain. If an index entry is removed before its session is set, the
 * start finds the entry gone and deletes the session. Ending deletes the session twice: before removing the index entry, so
 * that no session is left when the process dies in between; and after, for a start that set the session in between while its
 * entry still existed.
 *
 * <p>All methods throw {@code DataAccessException} when Redis is unavailable or slower than its timeout. An end may then have
 * ended some of the sessions, and a start may have set a session, but returns no token for it.
 */
@Component
public class Sessions {

    private final StringRedisTemplate redis;
    private final SessionLifetime lifetime;
    private final SessionIndexes indexes;
    private final Clock clock;

    Sessions(StringRedisTemplate redis, SessionLifetime lifetime, SessionIndexes indexes, Clock clock) {
        this.redis = redis;
        this.lifetime = lifetime;
        this.indexes = indexes;
        this.clock = clock;
    }

    /** Ends all sessions of the user. */
    public void endAll(long userId) {
        end(userId, indexes.newestFirst(userId));
    }

    /** Ends all sessions of the user except this one. */
    void endOthers(long userId, SessionKey kept) {
        List<SessionKey> others = new ArrayList<>(indexes.newestFirst(userId));
        others.remove(kept);
        end(userId, others);
    }

    /**
     * Starts a session. The oldest end when the user has too many.
     *
     * @param device the name of the client's browser or app
     * @return its token: 256 random bits, base64url. Redis has only its digest.
     */
    String start(long userId, String address, String device) {
        String token = SessionToken.random();
        SessionKey key = SessionKey.ofToken(token).orElseThrow();
        end(userId, indexes.add(userId, key));
        Instant now = clock.instant();
        var session = new SessionRecord(userId, now, now.plus(lifetime.absolute()), address, device);
        redis.opsForValue().set(key.redisKey(), session.write(), lifetime.idle());
        if (!indexes.has(userId, key)) {
            delete(List.of(key));
        }
        return token;
    }

    /** The user's live sessions, newest first. Listing does not extend them. */
    List<LiveSession> newestFirst(long userId) {
        return indexes.newestFirst(userId).stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Ends the session that the client sent, if any, also when the index has lost it. */
    void endOf(Caller caller) {
        if (caller.user() != null) {
            end(caller.user().id(), List.of(new SessionKey(caller.user().session())));
        }
    }

    /**
     * Ends a session by its id.
     *
     * @return false when the user has no such session, or it has ended already
     */
    boolean end(long userId, SessionKey key) {
        return indexes.has(userId, key) && end(userId, List.of(key)) > 0;
    }

    private Optional<LiveSession> find(SessionKey key) {
        String record = redis.opsForValue().get(key.redisKey());
        long left = redis.getExpire(key.redisKey(), TimeUnit.MILLISECONDS);
        if (record == null || left < 0) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant lastSeenAt = now.minus(lifetime.idle()).plusMillis(left);
        return Optional.of(new LiveSession(key, SessionRecord.read(record), lastSeenAt))
                .filter(session -> session.record().isAliveAt(now));
    }

    private long end(long userId, Collection<SessionKey> keys) {
        if (keys.isEmpty()) {
            return 0;
        }
        long ended = delete(keys);
        indexes.remove(userId, keys);
        return ended + delete(keys);
    }

    private long delete(Collection<SessionKey> keys) {
        return keys.isEmpty()
                ? 0
                : redis.delete(keys.stream().map(SessionKey::redisKey).toList());
    }
}
