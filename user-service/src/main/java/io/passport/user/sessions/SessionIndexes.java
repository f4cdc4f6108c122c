package io.passport.user.sessions;

import io.passport.common.session.SessionIndex;
import io.passport.common.session.SessionKey;
import io.passport.common.session.SessionLifetime;
import io.passport.common.session.SessionRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * The sessions of each user, in order of their start; see {@link Sessions}, the only caller, for the commands. All methods
 * throw {@code DataAccessException} when Redis is unavailable.
 */
@Component
class SessionIndexes {

    @SuppressWarnings("unchecked")
    private static final RedisScript<List<String>> ADD =
            RedisScript.of(new ClassPathResource("session-index.lua", SessionIndexes.class), (Class<List<String>>)
                    (Class<?>) List.class);

    /** A session may be set this long after its index entry was added. */
    private static final Duration START_TIME = Duration.ofMinutes(1);

    private final StringRedisTemplate redis;
    private final SessionLifetime lifetime;
    private final SessionProperties properties;
    private final Clock clock;

    SessionIndexes(StringRedisTemplate redis, SessionLifetime lifetime, SessionProperties properties, Clock clock) {
        this.redis = redis;
        this.lifetime = lifetime;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Adds a session.
     *
     * @return the oldest sessions above the limit, which the caller must end; they stay in the index until then
     */
    List<SessionKey> add(long userId, SessionKey key) {
        removeExpiredWhenFull(userId);
        List<String> tooMany = redis.execute(
                ADD,
                List.of(redisKey(userId)),
                key.digest(),
                String.valueOf(clock.millis()),
                String.valueOf(properties.perAccount()),
                String.valueOf(lifetime.indexTtl().toMillis()));
        return tooMany.stream().map(SessionKey::new).toList();
    }

    boolean has(long userId, SessionKey key) {
        return redis.opsForZSet().score(redisKey(userId), key.digest()) != null;
    }

    /** Includes sessions that have expired and are not removed yet. */
    List<SessionKey> newestFirst(long userId) {
        Set<String> digests = redis.opsForZSet().reverseRange(redisKey(userId), 0, -1);
        return digests.stream().map(SessionKey::new).toList();
    }

    void remove(long userId, Collection<SessionKey> keys) {
        redis.opsForZSet()
                .remove(redisKey(userId), keys.stream().map(SessionKey::digest).toArray());
    }

    /** Expired sessions must not push out live ones. Entries of the last minute stay: their sessions may not be set yet. */
    private void removeExpiredWhenFull(long userId) {
        if (redis.opsForZSet().zCard(redisKey(userId)) < properties.perAccount()) {
            return;
        }
        double latest = clock.instant().minus(START_TIME).toEpochMilli();
        List<SessionKey> expired = redis.opsForZSet().rangeByScore(redisKey(userId), 0, latest).stream()
                .map(SessionKey::new)
                .filter(key -> !isAlive(key))
                .toList();
        if (!expired.isEmpty()) {
            remove(userId, expired);
        }
    }

    private boolean isAlive(SessionKey key) {
        String record = redis.opsForValue().get(key.redisKey());
        return record != null && SessionRecord.read(record).isAliveAt(clock.instant());
    }

    private static String redisKey(long userId) {
        return new SessionIndex(userId).redisKey();
    }
}
