package io.passport.verify.smsprovider;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.passport.common.pii.Mobile;
import io.passport.testing.concurrency.Simultaneously;
import io.passport.verify.RunningService;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;

@ExtendWith(OutputCaptureExtension.class)
class CircuitBreakingProviderIT extends RunningService {

    private static final SmsMessage MESSAGE =
            new SmsMessage(new Mobile("13800000001"), "123456", Duration.ofMinutes(5));

    private static final Delivery SENT = new Delivery.Sent("yuntongxun");
    private static final Delivery UNCERTAIN = new Delivery.Uncertain("yuntongxun");

    @Autowired
    private SmsProvider provider;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @Autowired
    private CircuitBreakerFactory<?, ?> breakerFactory;

    @Test
    void sendWhenYuntongxunIsCalledThenTheRequestFollowsItsProtocol() {
        assertThat(provider.send(MESSAGE)).isEqualTo(SENT);

        PROVIDER.verify(
                1,
                postRequestedFor(urlPathEqualTo(PROVIDER_PATH))
                        .withQueryParam("sig", matching("[0-9A-F]{32}"))
                        .withHeader("Authorization", matching("[A-Za-z0-9+/]+=*"))
                        .withHeader("Accept", equalTo("application/json"))
                        .withHeader("Content-Type", matching("application/json.*"))
                        .withRequestBody(equalToJson("""
                                        {"to":"13800000001","appId":"local-only-yuntongxun-app","templateId":"1",
                                         "datas":["123456","5"]}
                                        """)));
    }

    static Stream<Arguments> invalidResponses() {
        return Stream.of(
                Arguments.of("5xx", aResponse().withStatus(503)),
                Arguments.of("4xx", aResponse().withStatus(404)),
                Arguments.of("no JSON", okJson("{")),
                Arguments.of("HTML", aResponse().withBody("<html>")),
                Arguments.of("nothing", aResponse().withStatus(200)),
                Arguments.of("null", okJson("null")),
                Arguments.of("an array", okJson("[]")),
                Arguments.of("no statusCode", okJson("{}")),
                Arguments.of("a number for a code", okJson("{\"statusCode\":160042}")),
                Arguments.of("its system error", okJson("{\"statusCode\":\"160000\"}")),
                Arguments.of("a redirect", aResponse().withStatus(302).withHeader("Location", "/elsewhere")),
                Arguments.of("a reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.of("garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
                Arguments.of("an endless answer", okJson("{\"x\":\"" + "x".repeat(1_000_000) + "\"}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalidResponses")
    void sendWhenTheResponseIsInvalidThenUncertain(String what, ResponseDefinitionBuilder answer) {
        PROVIDER.stubFor(providerCall().willReturn(answer));
        assertThat(provider.send(MESSAGE)).isEqualTo(UNCERTAIN);
        PROVIDER.verify(1, postRequestedFor(anyUrl()));
        assertThat(breaker().getMetrics().getNumberOfFailedCalls()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"160038, PT30S", "160021, P1D", "160022, P1D", "160039, P1D", "160040, P1D", "160041, P1D"})
    void sendWhenTheVendorLimitsThenReturnsItsWait(String code, Duration retryAfter) {
        PROVIDER.stubFor(providerCall().willReturn(okJson("{\"statusCode\":\"" + code + "\"}")));
        assertThat(provider.send(MESSAGE)).isEqualTo(new Delivery.Limited("yuntongxun", retryAfter));
        assertThat(breaker().getMetrics().getNumberOfFailedCalls()).isZero();
    }

    @Test
    void sendWhenTheVendorRejectsThenTheCircuitStaysClosed() {
        PROVIDER.stubFor(providerCall().willReturn(okJson("{\"statusCode\":\"160042\",\"statusMsg\":\"号码错误\"}")));
        for (int i = 0; i < 20; i++) {
            assertThat(provider.send(MESSAGE)).isEqualTo(new Delivery.Failed("yuntongxun", "rejected"));
        }
        assertThat(breaker().getState()).isEqualTo(CircuitBreaker.State.CLOSED);
        PROVIDER.verify(20, postRequestedFor(anyUrl()));
    }

    @Test
    void sendWhenTheResponseDripsThenEndsInTime() {
        PROVIDER.stubFor(
                providerCall().willReturn(okJson("{\"statusCode\":\"000000\"}").withChunkedDribbleDelay(20, 8_000)));
        long start = System.nanoTime();
        assertThat(provider.send(MESSAGE)).isEqualTo(UNCERTAIN);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(7));
    }

    /** With Spring Cloud's default bulkhead of one thread per core this would take a minute. */
    @Test
    void sendWhenFortyCallsHangThenTheyEndTogether() throws Exception {
        PROVIDER.stubFor(
                providerCall().willReturn(okJson("{\"statusCode\":\"000000\"}").withFixedDelay(8_000)));
        long start = System.nanoTime();
        Simultaneously.call(40, i -> provider.send(MESSAGE));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void sendWhenTheVendorEchoesTheMessageThenTheLogDoesNotContainIt(CapturedOutput log) {
        sendUntilLogged("{\"statusCode\":\"160042\",\"statusMsg\":\"123456\"}", "160042", log);
        sendUntilLogged("{ \"123456\": 13800000001 ", "UnexpectedEndOfInputException", log);
        assertThat(log.getAll())
                .contains("138****0001")
                .doesNotContain("123456")
                .doesNotContain("13800000001");
    }

    /** A call may reach its timeout on a busy machine. */
    private void sendUntilLogged(String answer, String logged, CapturedOutput log) {
        PROVIDER.stubFor(providerCall().willReturn(okJson(answer)));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            provider.send(MESSAGE);
            assertThat(log.getAll()).contains(logged);
        });
    }

    @Test
    void sendWhenCalledThenTheRequestIdIsInTheLogContext() {
        var seen = new AtomicReference<String>();
        SmsProvider spy = message -> {
            seen.set(MDC.get("requestId"));
            return SENT;
        };
        MDC.put("requestId", "the-request");
        try {
            new CircuitBreakingProvider("spy", spy, breakerFactory.create("spy")).send(MESSAGE);
        } finally {
            MDC.clear();
        }
        assertThat(seen).hasValue("the-request");
    }

    private CircuitBreaker breaker() {
        return breakers.circuitBreaker("yuntongxun");
    }
}
