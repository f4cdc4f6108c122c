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
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds the session of the request's cookie and extends it, with one command: {@code GETEX session:<digest> EX <idle>}. It
 * does not require a session; each operation of a service decides whether it needs one. A session after its absolute end is
 * deleted with a second command. When Redis fails or does not answer within {@code
 * spring.data.redis.timeout}, a request with a session cookie is answered with 503. A record that cannot be read is an internal
 * error.
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

    /** The signed-in user of the request, or null if it has no valid session. {@code CallSigningFilter} calls it. */
    public static @Nullable SignedInUser userOf(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return Mono.justOrEmpty(TokenCookies.findOnly(exchange, SessionKey.COOKIE, SessionKey::ofToken))
                .flatMap(this::find)
                .doOnNext(user -> exchange.getAttributes().put(ATTRIBUTE, user))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    private Mono<SignedInUser> find(SessionKey key) {
        return redis.opsForValue()
                .getAndExpire(key.redisKey(), lifetime.idle())
                .onErrorMap(DataAccessException.class, SessionLookupFilter::unavailable)
                .map(SessionRecord::read)
                .flatMap(session -> session.isAliveAt(clock.instant()) ? use(session, key) : delete(key));
    }

    private Mono<SignedInUser> use(SessionRecord session, SessionKey key) {
        return index.refresh(session.userId()).thenReturn(new SignedInUser(session.userId(), key.digest()));
    }

    /** {@code GETEX} has extended the session already; without this a client could keep it in Redis for ever. */
    private Mono<SignedInUser> delete(SessionKey key) {
        return redis.delete(key.redisKey())
                .onErrorMap(DataAccessException.class, SessionLookupFilter::unavailable)
                .then(Mono.empty());
    }

    private static EdgeException unavailable(DataAccessException failure) {
        LOG.warn("Sessions cannot be looked up: {}", failure.toString());
        return EdgeException.sessionStoreUnavailable();
    }
}
