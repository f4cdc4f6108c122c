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
@Order(EdgeOrder.FLOOD_LIMIT)
class FloodLimit implements EdgeFilter {

    private static final String EDGE = "edge";

    private final RedisRateLimiter limiter;
    private final boolean loopbackExempt;
    private final Duration answerAfter;

    FloodLimit(RedisRateLimiter limiter, EdgeSettings settings) {
        this.limiter = limiter;
        this.loopbackExempt = settings.loopbackExempt();
        this.answerAfter = settings.floodAnswerAfter();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        InetAddress address = ClientAddress.of(exchange);
        if (loopbackExempt && address.isLoopbackAddress()) {
            return chain.filter(exchange);
        }
        return limiter.isAllowed(EDGE, ClientSubnet.of(ClientAddress.textOf(exchange)))
                .flatMap(answer -> answer.isAllowed() ? chain.filter(exchange) : refuse());
    }

    /** Up to twice as late as must be, at random: a crowd that is refused together would come again together. */
    private Mono<Void> refuse() {
        long late = ThreadLocalRandom.current().nextLong(answerAfter.toNanos() + 1);
        return Mono.delay(answerAfter.plusNanos(late)).then(Mono.error(EdgeRefusal::flood));
    }
}
