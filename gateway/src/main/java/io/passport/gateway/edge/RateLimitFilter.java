package io.passport.gateway.edge;

import io.passport.common.internalcall.ClientSubnet;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.ratelimit.RateLimiter;
import org.springframework.cloud.gateway.filter.ratelimit.RedisRateLimiter;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Limits the requests per second of one client, an IPv4 address or an IPv6 /64, over all gateways together. When Redis is
 * unavailable there is no limit, and one WARN a minute is logged. A slow Redis delays each request up to {@code
 * spring.data.redis.timeout}.
 */
@Component
@Order(EdgeFilterOrder.RATE_LIMIT)
class RateLimitFilter implements EdgeFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RateLimitFilter.class);
    private static final String KEY_PREFIX = "edge";

    /** What {@link RedisRateLimiter} reports as remaining when Redis has failed. */
    private static final String UNKNOWN = "-1";

    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

    private final RedisRateLimiter limiter;
    private final Clock clock;
    private final boolean loopbackExempt;
    private final Duration rejectDelay;
    private final AtomicReference<Instant> nextWarning = new AtomicReference<>(Instant.MIN);

    RateLimitFilter(RedisRateLimiter limiter, EdgeProperties properties, Clock clock) {
        this.limiter = limiter;
        this.clock = clock;
        this.loopbackExempt = properties.rateLimit().loopbackExempt();
        this.rejectDelay = properties.rateLimit().rejectDelay();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        InetAddress address = ClientAddressFilter.of(exchange);
        if (loopbackExempt && address.isLoopbackAddress()) {
            return chain.filter(exchange);
        }
        return limiter.isAllowed(KEY_PREFIX, ClientSubnet.of(ClientAddressFilter.textOf(exchange)))
                .doOnNext(this::warnIfUnlimited)
                .flatMap(answer -> answer.isAllowed() ? chain.filter(exchange) : reject());
    }

    /** Waits one to two times the delay, at random, so that clients which are rejected together do not retry together. */
    private Mono<Void> reject() {
        long extra = ThreadLocalRandom.current().nextLong(rejectDelay.toNanos() + 1);
        return Mono.delay(rejectDelay.plusNanos(extra)).then(Mono.error(EdgeException::tooManyRequests));
    }

    private void warnIfUnlimited(RateLimiter.Response answer) {
        if (!UNKNOWN.equals(answer.getHeaders().get(RedisRateLimiter.REMAINING_HEADER))) {
            return;
        }
        Instant now = clock.instant();
        Instant due = nextWarning.get();
        if (!now.isBefore(due) && nextWarning.compareAndSet(due, now.plus(BETWEEN_WARNINGS))) {
            LOG.warn("There is no rate limit: Redis failed or does not answer");
        }
    }
}
