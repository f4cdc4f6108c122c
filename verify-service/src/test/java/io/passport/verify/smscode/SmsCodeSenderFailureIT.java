package io.passport.verify.smscode;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.passport.testing.concurrency.Simultaneously;
import io.passport.testing.internalcall.TestResponse;
import io.passport.verify.RunningService;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SmsCodeSenderFailureIT extends RunningService {

    private static final String MOBILE = "13800000001";

    private SmsCodeClient page;

    @BeforeEach
    void openAPage() {
        page = new SmsCodeClient(gatewayFor("203.0.113.1"));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("5xx", aResponse().withStatus(500)),
                Arguments.of("a reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void sendWhenTheOutcomeIsUncertainThenCountsAgainstTheLimits(String what, ResponseDefinitionBuilder answer) {
        PROVIDER.stubFor(providerCall().willReturn(answer));
        long start = System.nanoTime();
        assertThat(page.askFor(MOBILE).line()).isEqualTo("200 4301 发送失败");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(7));

        PROVIDER.stubFor(providerCall().willReturn(okJson("{\"statusCode\":\"000000\"}")));
        assertThat(page.askFor(MOBILE).line()).startsWith("200 4201 ");
    }

    @Test
    void sendWhenTheVendorRejectsThenReleasesTheLimits() {
        PROVIDER.stubFor(providerCall().willReturn(okJson("{\"statusCode\":\"160042\"}")));
        assertThat(page.askFor(MOBILE).line()).isEqualTo("200 4301 发送失败");
        assertThat(redis().hasKey("smslimit:{" + MOBILE + "}")).isFalse();

        PROVIDER.stubFor(providerCall().willReturn(okJson("{\"statusCode\":\"000000\"}")));
        assertThat(page.askFor(MOBILE).line()).isEqualTo("200 0 发送成功");
    }

    @Test
    void sendWhenTheVendorLimitsThenKeepsTheReservationAndTheOlderCode() {
        page.askFor(MOBILE);
        Object older = redis().opsForHash().get("smscode:register:{" + MOBILE + "}", "hmac");
        redis().delete("smslimit:{" + MOBILE + "}");
        PROVIDER.stubFor(providerCall().willReturn(okJson("{\"statusCode\":\"160038\"}")));

        TestResponse limited = page.askFor(MOBILE);

        assertThat(limited.line()).startsWith("200 4201 ");
        assertThat(limited.json().at("/data/retry_after").asInt()).isEqualTo(30);
        assertThat(redis().opsForHash().get("smscode:register:{" + MOBILE + "}", "hmac"))
                .isEqualTo(older);
        PROVIDER.resetRequests();
        assertThat(page.askFor(MOBILE).line()).startsWith("200 4201 ");
        PROVIDER.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void sendWhenTheCircuitIsOpenThenAnswersAtOnce() {
        PROVIDER.stubFor(
                providerCall().willReturn(okJson("{\"statusCode\":\"000000\"}").withFixedDelay(8_000)));
        Simultaneously.call(3, i -> page.askFor("1390000000" + i));
        long start = System.nanoTime();
        assertThat(page.askFor(MOBILE).line()).isEqualTo("200 4301 发送失败");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(redis().hasKey("smslimit:{" + MOBILE + "}")).isFalse();
    }

    @Test
    void sendWhenTheVendorRejectsThenTheOlderCodeIsRestored() {
        page.askFor(MOBILE);
        Object older = redis().opsForHash().get("smscode:register:{" + MOBILE + "}", "hmac");
        redis().delete("smslimit:{" + MOBILE + "}");
        PROVIDER.stubFor(providerCall().willReturn(okJson("{\"statusCode\":\"160042\"}")));
        page.askFor(MOBILE);
        assertThat(redis().opsForHash().get("smscode:register:{" + MOBILE + "}", "hmac"))
                .isEqualTo(older);
    }

    @Test
    void sendWhenTheOutcomeIsUncertainThenTheNewCodeStays() {
        page.askFor(MOBILE);
        Object older = redis().opsForHash().get("smscode:register:{" + MOBILE + "}", "hmac");
        redis().delete("smslimit:{" + MOBILE + "}");
        PROVIDER.stubFor(providerCall().willReturn(aResponse().withStatus(500)));
        page.askFor(MOBILE);
        assertThat(redis().opsForHash().get("smscode:register:{" + MOBILE + "}", "hmac"))
                .isNotNull()
                .isNotEqualTo(older);
    }

    @Test
    void sendWhenTheVendorEchoesTheCodeThenLogAndRedisDoNotContainIt(CapturedOutput log) {
        page.askFor(MOBILE);
        String code = SmsCodeClient.lastCode(PROVIDER);
        redis().delete("smslimit:{" + MOBILE + "}");
        PROVIDER.stubFor(providerCall().willReturn(aResponse().withStatus(500).withBody(code + MOBILE)));
        page.askFor(MOBILE);
        page.askFor("1" + code);

        assertThat(log.getAll()).contains("138****0001").doesNotContain(code).doesNotContain(MOBILE);
        assertThat(redis().keys("*")).isNotEmpty().noneMatch(key -> key.contains(code));
        assertThat(redis().opsForHash()
                        .entries("smscode:register:{" + MOBILE + "}")
                        .toString())
                .doesNotContain(code);
    }
}
