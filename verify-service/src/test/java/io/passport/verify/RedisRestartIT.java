package io.passport.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.passport.testing.internalcall.TestResponse;
import io.passport.testing.server.ControllableRedis;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.data.redis.connection.lettuce.LettuceConnection;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Redis dies and comes back. Whatever waited for it here would wait a minute. */
@TestPropertySource(properties = {"spring.data.redis.timeout=1m", "passport.gateway-timeout=10m"})
class RedisRestartIT extends RunningService {

    private static final ControllableRedis REDIS = ControllableRedis.start();
    private static final Duration LESS_THAN_A_MINUTE = Duration.ofSeconds(30);

    @Autowired
    private StringRedisTemplate redis;

    @DynamicPropertySource
    static void ownRedis(DynamicPropertyRegistry settings) {
        settings.add("spring.data.redis.url", () -> "redis://127.0.0.1:" + REDIS.port());
    }

    @BeforeEach
    void connected() {
        redis.delete("x");
    }

    @AfterEach
    void comesBack() {
        REDIS.thaw();
        REDIS.revive();
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> !redis.hasKey("x"));
    }

    @Test
    void getWhenRedisIsDownThenAnswersAtOnceAndRecovers() {
        REDIS.kill();
        await().atMost(LESS_THAN_A_MINUTE)
                .untilAsserted(() -> assertThat(picture().line()).isEqualTo("200 4001 保存图片验证码异常"));
        REDIS.revive();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> picture().header("Content-Type").equals("image/jpg"));
    }

    @Test
    void setWhenRedisIsDownThenIsNotRunLater() {
        REDIS.kill();
        assertThatThrownBy(() -> redis.opsForValue().set("x", "given up")).isInstanceOf(RedisSystemException.class);
        comesBack();
    }

    @Test
    void setWhenRedisDiesThenIsNotRunLater() {
        REDIS.freeze();
        client().get(bytes("x")); // Lettuce lets the first one fail in any case
        Future<String> underWay = client().set(bytes("x"), bytes("given up"));
        REDIS.kill();
        await().atMost(LESS_THAN_A_MINUTE).until(underWay::isDone);
        assertThat(underWay.state()).isEqualTo(Future.State.FAILED);
        comesBack();
    }

    @Test
    void getWhenRedisIsFrozenThenTenThousandCommandsWait() {
        REDIS.freeze();
        RedisClusterAsyncCommands<byte[], byte[]> client = client();
        List<RedisFuture<byte[]>> asked =
                Stream.generate(() -> client.get(bytes("x"))).limit(12_000).toList();
        await().atMost(LESS_THAN_A_MINUTE)
                .until(() -> asked.stream().filter(answer -> !answer.isDone()).count() <= 10_000);
        REDIS.thaw();
        await().atMost(LESS_THAN_A_MINUTE).until(() -> asked.stream().allMatch(Future::isDone));
        assertThat(asked.stream().filter(answer -> answer.state() == Future.State.SUCCESS))
                .hasSizeBetween(9_990, 10_000);
    }

    private TestResponse picture() {
        return gatewayFor("203.0.113.1").get("/api/v1.0/imagecode/" + UUID.randomUUID());
    }

    /** What the service's own commands go through. */
    private RedisClusterAsyncCommands<byte[], byte[]> client() {
        try (var connection =
                (LettuceConnection) redis.getRequiredConnectionFactory().getConnection()) {
            return connection.getNativeConnection();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
