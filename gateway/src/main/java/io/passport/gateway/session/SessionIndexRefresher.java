package io.passport.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.passport.common.session.SessionIndex;
import io.passport.common.session.SessionLifetime;
import io.passport.gateway.redis.AsyncRedis;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Extends the index of a user's sessions while one of them is used: {@code EXPIRE sessions:{42} <2 × idle>}, about once per
 * half of idle, user and gateway. Redis may answer that there is no index; that counts too, because user-service sets the
 * time to live of an index that it creates. A failed command is repeated by the user's next request. Up to {@value
 * #MAX_CACHED_USERS} users are remembered; a request of a forgotten user costs one more command.
 */
@Component
class SessionIndexRefresher {

    private static final Logger LOG = LoggerFactory.getLogger(SessionIndexRefresher.class);
    private static final int MAX_CACHED_USERS = 100_000;

    private final AsyncRedis redis;
    private final Duration indexTtl;
    private final Cache<Long, Boolean> recentlyRefreshed;

    SessionIndexRefresher(AsyncRedis redis, SessionLifetime lifetime) {
        this.redis = redis;
        this.indexTtl = lifetime.indexTtl();
        this.recentlyRefreshed = Caffeine.newBuilder()
                .expireAfterWrite(lifetime.indexRefreshInterval())
                .maximumSize(MAX_CACHED_USERS)
                .build();
    }

    /**
     * {@link SessionLookup} calls it when a session of the user is used. It does not wait for Redis and never fails; when Redis
     * fails, a WARN is logged.
     */
    void refresh(long userId) {
        if (recentlyRefreshed.getIfPresent(userId) != null) {
            return;
        }
        byte[] key = new SessionIndex(userId).redisKey().getBytes(StandardCharsets.US_ASCII);
        redis.send(commands -> commands.expire(key, indexTtl)).whenComplete((exists, failure) -> {
            if (failure == null) {
                recentlyRefreshed.put(userId, exists);
            } else {
                LOG.warn("A session index was not refreshed: {}", failure.toString());
            }
        });
    }
}
