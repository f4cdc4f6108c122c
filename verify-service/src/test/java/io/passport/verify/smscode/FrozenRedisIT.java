package io.passport.verify.smscode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.passport.testing.server.RealRedis;
import io.passport.verify.RunningService;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.test.context.TestPropertySource;

/** A frozen Redis runs its commands when it continues, long after the callers gave up. */
@TestPropertySource(properties = "spring.data.redis.timeout=1s")
class FrozenRedisIT extends RunningService {

    private static final String MOBILE = "13800000001";

    private final String consumptionId = UUID.randomUUID().toString();
    private String code;

    @BeforeEach
    void sendACode() {
        new SmsCodeClient(gatewayFor("203.0.113.1")).askFor(MOBILE);
        code = SmsCodeClient.lastCode(PROVIDER);
    }

    @AfterEach
    void thaw() {
        RealRedis.SHARED.thaw();
    }

    @Test
    void releaseWhenConsumeTimedOutThenTheCodeStaysValid() {
        consume("reset", UUID.randomUUID().toString()); // Redis knows the script from now on
        RealRedis.SHARED.freeze();
        assertThat(consume("register", consumptionId)).contains("4001");
        assertThat(release()).contains("4001");
        RealRedis.SHARED.thaw();
        isUsable();
    }

    @Test
    void releaseWhenRedisForgotItsScriptsThenReleases() {
        assertThat(consume("register", consumptionId)).contains("CONSUMED");
        forgetScripts();
        RealRedis.SHARED.freeze();
        assertThat(release()).contains("4001");
        RealRedis.SHARED.thaw();
        isUsable();
    }

    private void isUsable() {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(consume("register", UUID.randomUUID().toString()))
                                .contains("CONSUMED"));
    }

    private static void forgetScripts() {
        redis().execute((RedisCallback<Void>) connection -> {
            connection.scriptingCommands().scriptFlush();
            return null;
        });
    }

    private String consume(String purpose, String consumptionId) {
        return post(
                "consume",
                "{\"purpose\":\"%s\",\"mobile\":\"%s\",\"code\":\"%s\",\"consumption_id\":\"%s\"}"
                        .formatted(purpose, MOBILE, code, consumptionId));
    }

    private String release() {
        return post(
                "release",
                "{\"purpose\":\"register\",\"mobile\":\"%s\",\"consumption_id\":\"%s\"}"
                        .formatted(MOBILE, consumptionId));
    }

    private String post(String act, String json) {
        return service("user-service")
                .post("/internal/sms-codes/" + act, json)
                .json()
                .toString();
    }
}
