package io.passport.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.passport.gateway.CapturedLog;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.cloud.gateway.filter.ratelimit.RateLimiter;
import org.springframework.cloud.gateway.filter.ratelimit.RedisRateLimiter;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;

class RateLimitFilterTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @RegisterExtension
    private final CapturedLog log = CapturedLog.of(RateLimitFilter.class.getName());

    private final RedisRateLimiter limiter = mock();
    private final Clock clock = mock();
    private final EdgeProperties properties = properties();
    private final RateLimitFilter filter = new RateLimitFilter(limiter, properties, clock);

    @Test
    void filterWhenRedisIsUnavailableThenWarnsOnceAMinute() {
        remaining("-1");
        for (int seconds : List.of(0, 1, 59, 60, 61)) {
            filterAt(START.plusSeconds(seconds));
        }
        assertThat(log.lines()).hasSize(2).allMatch(line -> line.startsWith("WARN There is no rate limit"));
    }

    @Test
    void filterWhenRedisAnswersThenDoesNotWarn() {
        remaining("0");
        filterAt(START);
        assertThat(log.lines()).isEmpty();
    }

    private void remaining(String tokens) {
        when(limiter.isAllowed(anyString(), any()))
                .thenReturn(
                        Mono.just(new RateLimiter.Response(true, Map.of(RedisRateLimiter.REMAINING_HEADER, tokens))));
    }

    private void filterAt(Instant now) {
        when(clock.instant()).thenReturn(now);
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/")
                .remoteAddress(new InetSocketAddress(InetAddress.ofLiteral("203.0.113.7"), 1)));
        new ClientAddressFilter(properties)
                .filter(exchange, identified -> filter.filter(identified, passed -> Mono.empty()))
                .block();
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
