package io.passport.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.passport.testing.server.ControllableRedis;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A gateway that started without Redis. A command that waited for Redis would wait a minute; the clients wait for 30 s. */
@TestPropertySource(properties = {"spring.data.redis.timeout=1m", "passport.edge.rate-limit.loopback-exempt=false"})
class RedisUnavailableIT extends GatewayIntegrationTest {

    private static final ControllableRedis REDIS = ControllableRedis.start();

    @RegisterExtension
    private final CapturedLog log = CapturedLog.ofEverything();

    @DynamicPropertySource
    static void ownRedis(DynamicPropertyRegistry settings) {
        REDIS.kill();
        settings.add("spring.data.redis.url", () -> "redis://127.0.0.1:" + REDIS.port());
    }

    @BeforeEach
    void stopRedis() {
        REDIS.kill();
    }

    @Test
    void requestWhenRedisIsUnavailableThenOnlyThatWithSessionCookieGets503() throws Exception {
        assertThat(status(withCookie())).isEqualTo(503);
        assertThat(receivedNothing()).isTrue();
        assertThat(status(request("/api/v1.0/user"))).isEqualTo(200);
    }

    @Test
    void requestWhenRedisReturnsThenSessionsAreFoundAgain() throws Exception {
        REDIS.revive();
        await().atMost(Duration.ofMinutes(1)).until(() -> status(withCookie()) == 200);
        REDIS.kill();
        requestWhenRedisIsUnavailableThenOnlyThatWithSessionCookieGets503();
        REDIS.revive();
        await().atMost(Duration.ofMinutes(1)).until(() -> status(withCookie()) == 200);
    }

    @Test
    void requestWhenRedisIsUnavailableThenRateLimitLogsOneLine() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(status(request("/api/v1.0/user"))).isEqualTo(200);
        }
        assertThat(log.lines())
                .filteredOn(line -> line.contains("rate limit"))
                .hasSizeLessThanOrEqualTo(1)
                .allMatch(line -> !line.contains("\n"));
    }

    private HttpRequest.Builder withCookie() {
        stubUserService();
        return request("/api/v1.0/user").header("Cookie", "session=" + "T".repeat(43));
    }

    /** The status of the answer, which must come within 30 s. */
    private int status(HttpRequest.Builder request) throws Exception {
        return send(request.timeout(Duration.ofSeconds(30))).statusCode();
    }
}
