package io.passport.verify;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.passport.testing.server.RealRedis;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "spring.data.redis.timeout=1s")
class RedisOutageIT extends RunningService {

    private static final String ID = "123e4567-e89b-12d3-a456-426614174000";

    @BeforeEach
    void warmUpAndFreeze() {
        // a cold service would be measured for its start
        gatewayFor("203.0.113.1").get("/api/v1.0/imagecode/" + UUID.randomUUID());
        service("user-service").post("/internal/sms-codes/consume", "{}");
        RealRedis.SHARED.freeze();
    }

    @AfterEach
    void thaw() {
        RealRedis.SHARED.thaw();
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> redis().hasKey("x") != null);
    }

    @Test
    void imageCodeWhenRedisIsFrozenThenAnswers4001() {
        assertThat(inTime(() -> gatewayFor("203.0.113.1")
                        .get("/api/v1.0/imagecode/" + ID)
                        .line()))
                .isEqualTo("200 4001 保存图片验证码异常");
    }

    @Test
    void sendWhenRedisIsFrozenThenAnswers4001AndSendsNothing() {
        assertThat(inTime(() -> gatewayFor("203.0.113.1")
                        .get("/api/v1.0/smscode/13800000001?text=ABCD&id=" + ID)
                        .line()))
                .isEqualTo("200 4001 数据库查询错误");
        PROVIDER.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void consumeWhenRedisIsFrozenThenAnswers4001() {
        String body =
                "{\"purpose\":\"register\",\"mobile\":\"13800000001\",\"code\":\"123456\",\"consumption_id\":\"%s\"}"
                        .formatted(UUID.randomUUID());
        assertThat(inTime(() -> service("user-service")
                        .post("/internal/sms-codes/consume", body)
                        .line()))
                .startsWith("200 4001 ");
    }

    @Test
    void imageCodeWhenRedisIsBackThenAnswersAgain() {
        gatewayFor("203.0.113.1").get("/api/v1.0/imagecode/" + ID);
        RealRedis.SHARED.thaw();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> gatewayFor("203.0.113.1")
                        .get("/api/v1.0/imagecode/" + UUID.randomUUID())
                        .header("Content-Type")
                        .equals("image/jpg"));
    }

    private static String inTime(Supplier<String> call) {
        long start = System.nanoTime();
        String line = call.get();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        return line;
    }
}
