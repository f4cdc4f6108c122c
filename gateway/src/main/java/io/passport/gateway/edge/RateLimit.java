package io.passport.gateway.edge;

import io.passport.common.internalcall.ClientSubnet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Limits the requests per second of one client, an IPv4 address or an IPv6 /64, over all gateways together. When Redis is
 * unavailable there is no limit, and one WARN a minute is logged. A slow Redis delays each request up to {@code
 * spring.data.redis.timeout}.
 */
@Component
class RateLimit {

    private static final Logger LOG = LoggerFactory.getLogger(RateLimit.class);
    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

    private final TokenBucket bucket;
    private final Clock clock;
    private final boolean loopbackExempt;
    private final Duration rejectDelay;
    private final AtomicReference<Instant> nextWarning = new AtomicReference<>(Instant.MIN);

    RateLimit(TokenBucket bucket, EdgeProperties properties, Clock clock) {
        this.bucket = bucket;
        this.clock = clock;
        this.loopbackExempt = properties.rateLimit().loopbackExempt();
        this.rejectDelay = properties.rateLimit().rejectDelay();
    }

    /** Counts the request. Continues with {@code next}, or fails with the {@link EdgeException} for 429 if it is over the limit. */
    Mono<Void> count(ServerWebExchange exchange, Supplier<Mono<Void>> next) {
        if (loopbackExempt && ClientAddress.isLoopback(exchange)) {
            return next.get();
        }
        return Mono.fromCompletionStage(bucket.take(ClientSubnet.of(ClientAddress.textOf(exchange))))
                .onErrorResume(failure -> {
                    warnIfDue();
                    return Mono.just(true);
                })
                .flatMap(allowed -> allowed ? next.get() : reject());
    }

    /** Waits one to two times the delay, at random, so that clients which are rejected together do not retry together. */
    private Mono<Void> reject() {
        long extra = ThreadLocalRandom.current().nextLong(rejectDelay.toNanos() + 1);
        return Mono.delay(rejectDelay.plusNanos(extra)).then(Mono.error(EdgeException::tooManyRequests));
    }

    private void warnIfDue() {
        Instant now = clock.instant();
        Instant due = nextWarning.get();
        if (!now.isBefore(due) && nextWarning.compareAndSet(due, now.plus(BETWEEN_WARNINGS))) {
            LOG.warn("There is no rate limit: Redis failed or does not answer");
        }
    }
}
