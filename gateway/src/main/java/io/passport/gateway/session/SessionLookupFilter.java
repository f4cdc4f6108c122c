package io.passport.gateway.session;

import io.passport.common.internalcall.SignedInUser;
import io.passport.common.session.SessionKey;
import io.passport.common.session.SessionLifetime;
import io.passport.common.session.SessionRecord;
import io.passport.gateway.edge.EdgeException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.Order;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds the session of a request's cookie and slides it, with one command: {@code GETEX session:<digest> EX <idle>}. Only
 * looks; whether an operation needs somebody signed in is the operation's own business. Only a session past its absolute
 * end costs a second command, which deletes it. Fails closed: when Redis does not answer, a request with a cookie gets 503.
 */
@Component
@Order(SessionLookupFilter.BEFORE_ROUTE_FILTERS)
public class SessionLookupFilter implements GlobalFilter {

    static final int BEFORE_ROUTE_FILTERS = -100;

    private static final Logger LOG = LoggerFactory.getLogger(SessionLookupFilter.class);
    private static final String ATTRIBUTE = SessionLookupFilter.class.getName();

    private final ReactiveStringRedisTemplate redis;
    private final SessionLifetime lifetime;
    private final SessionIndexRefresher index;
    private final Clock clock;

    SessionLookupFilter(
            ReactiveStringRedisTemplate redis, SessionLifetime lifetime, SessionIndexRefresher index, Clock clock) {
        this.redis = redis;
        this.lifetime = lifetime;
        this.index = index;
        this.clock = clock;
    }

    /** The user that was found for this request, if any. */
    public static @Nullable SignedInUser userOf(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return Mono.justOrEmpty(TokenCookies.only(exchange, SessionKey.COOKIE, SessionKey::ofToken))
                .flatMap(this::find)
                .doOnNext(user -> exchange.getAttributes().put(ATTRIBUTE, user))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    private Mono<SignedInUser> find(SessionKey key) {
        return redis.opsForValue()
                .getAndExpire(key.redisKey(), lifetime.idle())
                .map(SessionRecord::read)
                .flatMap(session -> session.isAliveAt(clock.instant()) ? used(session, key) : end(key))
                .onErrorMap(failure -> {
                    LOG.warn("Sessions cannot be looked up: {}", failure.toString());
                    return EdgeException.sessionStoreUnavailable();
                });
    }

    private Mono<SignedInUser> used(SessionRecord session, SessionKey key) {
        return index.used(session.userId()).thenReturn(new SignedInUser(session.userId(), key.digest()));
    }

    /** It was slid before its end was read, and a client that goes on asking would keep it for ever. */
    private Mono<SignedInUser> end(SessionKey key) {
        return redis.delete(key.redisKey()).then(Mono.empty());
    }
}
