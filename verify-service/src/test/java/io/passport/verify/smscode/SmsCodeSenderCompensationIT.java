package io.passport.verify.smscode;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;

import io.passport.common.pii.Mobile;
import io.passport.testing.server.RealRedis;
import io.passport.verify.RunningService;
import io.passport.verify.smsledger.SmsLedger;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** Redis fails while a code is stored or withdrawn: what surely was not sent is given back all the same. */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "spring.data.redis.timeout=1s")
class SmsCodeSenderCompensationIT extends RunningService {

    private static final String MOBILE = "13800000001";

    @MockitoSpyBean
    private SmsCodes codes;

    @MockitoSpyBean
    private SmsLedger ledger;

    private SmsCodeClient page;
    private String older;

    @BeforeEach
    void sendAnOlderCode() {
        page = new SmsCodeClient(gatewayFor("203.0.113.1"));
        forgetScripts();
        page.askFor(MOBILE);
        older = SmsCodeClient.lastCode(PROVIDER);
        redis().delete("smslimit:{" + MOBILE + "}");
        PROVIDER.resetRequests();
    }

    @AfterEach
    void thaw() {
        RealRedis.SHARED.thaw();
    }

    @Test
    void sendWhenRedisFreezesWhileStoringThenTheOlderCodeAndTheLimitsAreRestored() {
        doAnswer(put -> {
                    RealRedis.SHARED.freeze();
                    return put.callRealMethod();
                })
                .when(codes)
                .put(any());

        assertThat(page.askFor(MOBILE).line()).isEqualTo("200 4001 数据库查询错误");
        RealRedis.SHARED.thaw();

        PROVIDER.verify(0, postRequestedFor(anyUrl()));
        onlyTheOlderMessageCountsInTheEnd();
        assertThat(consumes(older)).isEqualTo(VerificationResult.CONSUMED);
    }

    @Test
    void sendWhenRedisFreezesAfterARejectionThenAnswersInTimeAndCompensatesLater() {
        PROVIDER.stubFor(providerCall().willReturn(okJson("{\"statusCode\":\"160042\"}")));
        doAnswer(failed -> {
                    RealRedis.SHARED.freeze();
                    return failed.callRealMethod();
                })
                .when(ledger)
                .failed(any(), any());

        long start = System.nanoTime();
        assertThat(page.askFor(MOBILE).line()).isEqualTo("200 4301 发送失败");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(7));
        RealRedis.SHARED.thaw();

        onlyTheOlderMessageCountsInTheEnd();
        assertThat(consumes(older)).isEqualTo(VerificationResult.CONSUMED);
    }

    @Test
    void sendWhenTheCodeCannotBeStoredThenTheLimitsAreReleased() {
        doThrow(new QueryTimeoutException(MOBILE)).when(codes).put(any());
        assertThat(page.askFor(MOBILE).line()).isEqualTo("200 4001 数据库查询错误");
        onlyTheOlderMessageCounts();
    }

    @Test
    void sendWhenTheCodeCannotBeWithdrawnThenTheLimitsAreReleased(CapturedOutput log) {
        PROVIDER.stubFor(providerCall().willReturn(okJson("{\"statusCode\":\"160042\"}")));
        doThrow(new QueryTimeoutException(MOBILE)).when(codes).withdraw(any());
        assertThat(page.askFor(MOBILE).line()).isEqualTo("200 4301 发送失败");
        onlyTheOlderMessageCounts();
        assertThat(log.getAll())
                .contains("Compensation failed: withdrawal of an SMS code: QueryTimeoutException")
                .doesNotContain(MOBILE);
    }

    @Test
    void sendWhenLimitedAndTheCodeCannotBeWithdrawnThenAnswersTheWait() {
        PROVIDER.stubFor(providerCall().willReturn(okJson("{\"statusCode\":\"160038\"}")));
        doThrow(new QueryTimeoutException(MOBILE)).when(codes).withdraw(any());
        assertThat(page.askFor(MOBILE).line()).startsWith("200 4201 ");
    }

    private void onlyTheOlderMessageCountsInTheEnd() {
        await().atMost(Duration.ofSeconds(10)).ignoreExceptions().untilAsserted(this::onlyTheOlderMessageCounts);
    }

    private void onlyTheOlderMessageCounts() {
        assertThat(redis().hasKey("smslimit:{" + MOBILE + "}")).isFalse();
        assertThat(redis().keys("smslimit:{shared}:*"))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(redis().opsForHash().values(key).stream()
                                .mapToInt(places -> Integer.parseInt(places.toString()))
                                .sum())
                        .as(key)
                        .isEqualTo(1));
    }

    private VerificationResult consumes(String digits) {
        return codes.consume(
                new SmsCode(Purpose.REGISTER, new Mobile(MOBILE), digits),
                new ConsumptionId(UUID.randomUUID().toString()));
    }

    private static void forgetScripts() {
        redis().execute((RedisCallback<Void>) connection -> {
            connection.scriptingCommands().scriptFlush();
            return null;
        });
    }
}
