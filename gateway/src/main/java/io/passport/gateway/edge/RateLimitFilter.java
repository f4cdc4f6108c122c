package io.passport.gateway.edge;

import io.passport.common.internalcall.ClientSubnet;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.cloud.gateway.filter.ratelimit.RedisRateLimiter;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * So many requests a second from one address, of IPv6 from one network, all gateways together. Fails open: without Redis
 * there is no limit.
 */
@Component
@Order(EdgeFilterOrder.RATE_LIMIT)
class RateLimitFilter implements EdgeFilter {

    private static final String EDGE = "edge";

    private final RedisRateLimiter limiter;
    private final boolean loopbackExempt;
    private final Duration rejectDelay;

    RateLimitFilter(RedisRateLimiter limiter, EdgeProperties properties) {
        this.limiter = limiter;
        this.loopbackExempt = properties.rateLimit().loopbackExempt();
        this.rejectDelay = properties.rateLimit().rejectDelay();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        InetAddress address = ClientAddressFilter.of(exchange);
        if (loopbackExempt && address.isLoopbackAddress()) {
            return chain.filter(exchange);
        }
        return limiter.isAllowed(EDGE, ClientSubnet.of(ClientAddressFilter.textOf(exchange)))
                .flatMap(answer -> answer.isAllowed() ? chain.filter(exchange) : refuse());
    }

    /** Up to twice as late as must be, at random: a crowd that is refused together would come again together. */
    private Mono<Void> refuse() {
        long late = ThreadLocalRandom.current().nextLong(rejectDelay.toNanos() + 1);
        return Mono.delay(rejectDelay.plusNanos(late)).then(Mono.error(EdgeException::tooManyRequests));
    }
}
