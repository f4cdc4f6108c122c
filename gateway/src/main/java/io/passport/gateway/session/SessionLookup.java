package io.passport.gateway.session;

import io.lettuce.core.GetExArgs;
import io.lettuce.core.RedisException;
import io.passport.common.internalcall.SignedInUser;
import io.passport.common.session.SessionKey;
import io.passport.common.session.SessionLifetime;
import io.passport.common.session.SessionRecord;
import io.passport.gateway.redis.AsyncRedis;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Finds the session of the request's cookie and extends it, with one command: {@code GETEX session:<digest> EX <idle>}. It
 * does not require a session; each operation of a service decides whether it needs one. A session after its absolute end is
 * deleted with a second command. {@code EdgeWebFilter} starts the lookup; {@link SessionLookupFilter} waits for it.
 */
@Component
public class SessionLookup {

    private static final Logger LOG = LoggerFactory.getLogger(SessionLookup.class);
    private static final String ATTRIBUTE = SessionLookup.class.getName();

    private final AsyncRedis redis;
    private final SessionIndexRefresher index;
    private final Clock clock;
    private final GetExArgs extend;

    SessionLookup(AsyncRedis redis, SessionLifetime lifetime, SessionIndexRefresher index, Clock clock) {
        this.redis = redis;
        this.index = index;
        this.clock = clock;
        this.extend = GetExArgs.Builder.ex(lifetime.idle());
    }

    /**
     * The signed-in user of the request, or null if it has no valid session. Called after {@link SessionLookupFilter}.
     *
     * @throws IllegalStateException if the lookup has not ended or has failed
     */
    public static @Nullable SignedInUser userOf(ServerWebExchange exchange) {
        CompletableFuture<@Nullable SignedInUser> lookup = lookupOf(exchange);
        return lookup == null ? null : lookup.resultNow();
    }

    /** The request's lookup, or null if the request has no session cookie. */
    static @Nullable CompletableFuture<@Nullable SignedInUser> lookupOf(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    /** Sends the command to Redis if the request has a session cookie. Never fails; the filter fails later. */
    public void start(ServerWebExchange exchange) {
        SessionKey key = TokenCookies.findOnly(exchange, SessionKey.COOKIE, SessionKey::ofToken)
                .orElse(null);
        if (key != null) {
            exchange.getAttributes().put(ATTRIBUTE, find(key));
        }
    }

    private CompletableFuture<@Nullable SignedInUser> find(SessionKey key) {
        return redis.send(commands -> commands.getex(bytes(key.redisKey()), extend))
                .<@Nullable SignedInUser>handle((value, failure) -> {
                    if (failure != null) {
                        throw unavailable(failure);
                    }
                    return value == null ? null : aliveUser(SessionRecord.read(value), key);
                })
                .toCompletableFuture();
    }

    private @Nullable SignedInUser aliveUser(SessionRecord session, SessionKey key) {
        if (!session.isAliveAt(clock.instant())) {
            delete(key);
            return null;
        }
        index.refresh(session.userId());
        return new SignedInUser(session.userId(), key.digest());
    }

    /** {@code GETEX} has extended the session already; without this a client could keep it in Redis for ever. */
    private void delete(SessionKey key) {
        redis.send(commands -> commands.del(bytes(key.redisKey()))).whenComplete((deleted, failure) -> {
            if (failure != null) {
                LOG.warn("An ended session was not deleted: {}", failure.toString());
            }
        });
    }

    private static RuntimeException unavailable(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (!(cause instanceof RedisException)) {
            return new CompletionException(cause);
        }
        LOG.warn("Sessions cannot be looked up: {}", cause.toString());
        return new SessionStoreUnavailableException(cause);
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.US_ASCII);
    }
}
