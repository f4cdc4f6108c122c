package io.passport.gateway.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.gateway.GatewayIntegrationTest;
import io.passport.testing.server.ControllableRedis;
import java.net.http.HttpRequest;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A gateway with a Redis of its own, whose counters see no other client. */
@TestPropertySource(properties = "passport.edge.rate-limit.loopback-exempt=false")
class AsyncRedisIT extends GatewayIntegrationTest {

    private static final int REQUESTS = 20;
    private static final ControllableRedis REDIS = ControllableRedis.start();

    @Autowired
    private StringRedisTemplate redis;

    @DynamicPropertySource
    static void ownRedis(DynamicPropertyRegistry settings) {
        settings.add("spring.data.redis.url", () -> "redis://127.0.0.1:" + REDIS.port());
    }

    /** Redis reads once for the rate limit's and the session's command of a request. */
    @Test
    void requestWhenRateAndSessionAreLookedUpThenBothCommandsArriveTogether() throws Exception {
        send(withCookie());
        long commandsBefore = statistic("total_commands_processed");
        long readsBefore = statistic("total_reads_processed");
        for (int i = 0; i < REQUESTS; i++) {
            send(withCookie());
        }
        long reads = statistic("total_reads_processed") - readsBefore;
        long commands = statistic("total_commands_processed") - commandsBefore;
        assertThat(commands).isGreaterThanOrEqualTo(2 * REQUESTS);
        assertThat(reads).isLessThan(2 * REQUESTS);
    }

    private HttpRequest.Builder withCookie() {
        return request("/api/v1.0/user").header("Cookie", "session=" + "T".repeat(43));
    }

    private long statistic(String name) {
        return Long.parseLong(Objects.requireNonNull(redis.execute((RedisCallback<String>)
                connection -> Objects.requireNonNull(connection.serverCommands().info("stats"))
                        .getProperty(name))));
    }
}
