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

/** Which sessions each user has, by when they were started; see {@link Sessions} for the commands. */
@Component
class SessionIndexes {

    @SuppressWarnings("unchecked")
    private static final RedisScript<List<String>> ADD =
            RedisScript.of(new ClassPathResource("session-index.lua"), (Class<List<String>>) (Class<?>) List.class);

    /** So long a session may take from its place in the index to being set, at the least. */
    private static final Duration STARTING = Duration.ofMinutes(1);

    private final StringRedisTemplate redis;
    private final SessionLifetime lifetime;
    private final SessionProperties settings;
    private final Clock clock;

    SessionIndexes(StringRedisTemplate redis, SessionLifetime lifetime, SessionProperties settings, Clock clock) {
        this.redis = redis;
        this.lifetime = lifetime;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Adds a session.
     *
     * @return those that must end for it: the oldest, as far as there are too many. They stay in the index until
     *     they have ended.
     */
    List<SessionKey> add(long userId, SessionKey key) {
        removeExpiredWhenFull(userId);
        List<String> tooMany = redis.execute(
                ADD,
                List.of(redisKey(userId)),
                key.digest(),
                String.valueOf(clock.millis()),
                String.valueOf(settings.perAccount()),
                String.valueOf(lifetime.indexTtl().toMillis()));
        return tooMany.stream().map(SessionKey::new).toList();
    }

    boolean has(long userId, SessionKey key) {
        return redis.opsForZSet().score(redisKey(userId), key.digest()) != null;
    }

    /** Also those that have expired and that nobody has missed yet. */
    List<SessionKey> newestFirst(long userId) {
        Set<String> digests = redis.opsForZSet().reverseRange(redisKey(userId), 0, -1);
        return digests.stream().map(SessionKey::new).toList();
    }

    void remove(long userId, Collection<SessionKey> keys) {
        redis.opsForZSet()
                .remove(redisKey(userId), keys.stream().map(SessionKey::digest).toArray());
    }

    /** What expired by idleness must not push out what lives. The youngest stay: they may be about to be set. */
    private void removeExpiredWhenFull(long userId) {
        if (redis.opsForZSet().zCard(redisKey(userId)) < settings.perAccount()) {
            return;
        }
        double latest = clock.instant().minus(STARTING).toEpochMilli();
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
