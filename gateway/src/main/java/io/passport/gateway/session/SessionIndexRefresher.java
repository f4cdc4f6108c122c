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
 * Extends the index of a user's sessions while one of them is used: {@code EXPIRE sessions:{42} <2 × idle>}, at most once
 * per half of idle, user and gateway. A refresh counts only if Redis has done it, so the next request repeats a failed one.
 * Up to {@value #MAX_CACHED_USERS} users are remembered; a request of a forgotten user costs one more command.
 */
@Component
class SessionIndexRefresher {

    private static final Logger LOG = LoggerFactory.getLogger(SessionIndexRefresher.class);
    private static final int MAX_CACHED_USERS = 100_000;

    private final ReactiveStringRedisTemplate redis;
    private final Duration indexTtl;
    private final Cache<Long, Boolean> recentlyRefreshed;

    SessionIndexRefresher(ReactiveStringRedisTemplate redis, SessionLifetime lifetime) {
        this.redis = redis;
        this.indexTtl = lifetime.indexTtl();
        this.recentlyRefreshed = Caffeine.newBuilder()
                .expireAfterWrite(lifetime.indexRefreshInterval())
                .maximumSize(MAX_CACHED_USERS)
                .build();
    }

    /**
     * {@link SessionLookupFilter} calls it when a session of the user is used, and waits for it. Never fails: when Redis
     * fails, a WARN is logged. A slow Redis delays the request up to {@code spring.data.redis.timeout}.
     */
    Mono<Void> refresh(long userId) {
        if (recentlyRefreshed.getIfPresent(userId) != null) {
            return Mono.empty();
        }
        return redis.expire(new SessionIndex(userId).redisKey(), indexTtl)
                .filter(Boolean::booleanValue)
                .doOnNext(done -> recentlyRefreshed.put(userId, done))
                .doOnError(failure -> LOG.warn("A session index was not refreshed: {}", failure.toString()))
                .onErrorComplete()
                .then();
    }
}
