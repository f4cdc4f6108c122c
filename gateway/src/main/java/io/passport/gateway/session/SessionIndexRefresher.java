package io.passport.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.passport.common.session.SessionIndex;
import io.passport.common.session.SessionLifetime;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets the index of a user's sessions live on while one of them is used: {@code EXPIRE sessions:{42} <2 × idle>}, at most
 * once per half of idle, user and gateway. Remembered only when Redis has done it, so a failure is made good by the next
 * request; who is forgotten for want of room costs one command more.
 */
@Component
class SessionIndexRefresher {

    private static final Logger LOG = LoggerFactory.getLogger(SessionIndexRefresher.class);
    private static final int MAX_CACHED_USERS = 100_000;

    private final ReactiveStringRedisTemplate redis;
    private final Duration life;
    private final Cache<Long, Boolean> recentlyRefreshed;

    SessionIndexRefresher(ReactiveStringRedisTemplate redis, SessionLifetime lifetime) {
        this.redis = redis;
        this.life = lifetime.indexTtl();
        this.recentlyRefreshed = Caffeine.newBuilder()
                .expireAfterWrite(lifetime.indexRefreshInterval())
                .maximumSize(MAX_CACHED_USERS)
                .build();
    }

    /** To be recentlyRefreshed of each use of a session. Never fails: the request that uses it has nothing to do with the index. */
    Mono<Void> used(long userId) {
        if (recentlyRefreshed.getIfPresent(userId) != null) {
            return Mono.empty();
        }
        return redis.expire(new SessionIndex(userId).redisKey(), life)
                .filter(Boolean::booleanValue)
                .doOnNext(done -> recentlyRefreshed.put(userId, done))
                .doOnError(failure -> LOG.warn("An index of sessions may end too early: {}", failure.toString()))
                .onErrorComplete()
                .then();
    }
}
