package io.passport.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.passport.testing.server.ControllableRedis;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A gateway that started without Redis. Whatever waited for Redis here would wait a minute, and no client does. */
@TestPropertySource(properties = {"spring.data.redis.timeout=1m", "passport.edge.rate-limit.loopback-exempt=false"})
class RedisUnavailableIT extends GatewayIntegrationTest {

    private static final ControllableRedis REDIS = ControllableRedis.start();

    @DynamicPropertySource
    static void ownRedis(DynamicPropertyRegistry settings) {
        REDIS.kill();
        settings.add("spring.data.redis.url", () -> "redis://127.0.0.1:" + REDIS.port());
    }

    @BeforeEach
    void isAway() {
        REDIS.kill();
    }

    @Test
    void refusesAtOnceWhoMayBeSignedInAndLetsOthersThrough() throws Exception {
        assertThat(status(withCookie())).isEqualTo(503);
        assertThat(nothingArrived()).isTrue();
        assertThat(status(request("/api/v1.0/user"))).isEqualTo(200);
    }

    @Test
    void asksItOnceItIsThereAndAnswersAtOnceWhenItIsLostAgain() throws Exception {
        REDIS.revive();
        await().atMost(Duration.ofMinutes(1)).until(() -> status(withCookie()) == 200);
        REDIS.kill();
        refusesAtOnceWhoMayBeSignedInAndLetsOthersThrough();
        REDIS.revive();
        await().atMost(Duration.ofMinutes(1)).until(() -> status(withCookie()) == 200);
    }

    private HttpRequest.Builder withCookie() {
        answerEverything();
        return request("/api/v1.0/user").header("Cookie", "session=" + "T".repeat(43));
    }

    /** Of an answer within less than a minute. */
    private int status(HttpRequest.Builder request) throws Exception {
        return send(request.timeout(Duration.ofSeconds(30))).statusCode();
    }
}
