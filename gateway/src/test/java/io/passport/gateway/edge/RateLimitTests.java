package io.passport.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.lettuce.core.RedisException;
import io.passport.gateway.CapturedLog;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;

class RateLimitTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @RegisterExtension
    private final CapturedLog log = CapturedLog.of(RateLimit.class.getName());

    private final TokenBucket bucket = mock();
    private final Clock clock = mock();
    private final EdgeProperties properties = properties();
    private int passed;
    private final RateLimit limit = new RateLimit(bucket, properties, clock);

    @Test
    void countWhenRedisIsUnavailableThenWarnsOnceAMinute() {
        when(bucket.take(anyString())).thenReturn(CompletableFuture.failedStage(new RedisException("unavailable")));
        for (int seconds : List.of(0, 1, 59, 60, 61)) {
            countAt(START.plusSeconds(seconds));
        }
        assertThat(log.lines()).hasSize(2).allMatch(line -> line.startsWith("WARN There is no rate limit"));
        assertThat(passed).isEqualTo(5);
    }

    @Test
    void countWhenRedisAnswersThenDoesNotWarn() {
        when(bucket.take(anyString())).thenReturn(CompletableFuture.completedStage(true));
        countAt(START);
        assertThat(log.lines()).isEmpty();
        assertThat(passed).isEqualTo(1);
    }

    private void countAt(Instant now) {
        when(clock.instant()).thenReturn(now);
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/")
                .remoteAddress(new InetSocketAddress(InetAddress.ofLiteral("203.0.113.7"), 1)));
        new ClientAddress(properties).find(exchange);
        limit.count(exchange, () -> Mono.fromRunnable(() -> passed++)).block();
    }

    private static EdgeProperties properties() {
        Duration second = Duration.ofSeconds(1);
        DataSize size = DataSize.ofKilobytes(1);
        DataSize budget = DataSize.ofKilobytes(8);
        return new EdgeProperties(
                List.of("none"),
                List.of(),
                new EdgeProperties.RateLimit(1, 1, second, false),
                size,
                size,
                budget,
                budget,
                second,
                second);
    }
}
