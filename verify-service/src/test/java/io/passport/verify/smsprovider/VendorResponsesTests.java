package io.passport.verify.smsprovider;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.passport.common.pii.Mobile;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What Aliyun and Tencent may say, and what may come in their place. */
@ExtendWith(OutputCaptureExtension.class)
class VendorResponsesTests {

    private static final SmsMessage MESSAGE =
            new SmsMessage(new Mobile("13800000001"), "123456", Duration.ofMinutes(5));

    @RegisterExtension
    static final WireMockExtension VENDOR = WireMockExtension.newInstance()
            .options(wireMockConfig().bindAddress("127.0.0.1").dynamicPort())
            .build();

    @ParameterizedTest
    @CsvSource({
        "200, OK, , sent, ",
        "200, isv.BUSINESS_LIMIT_CONTROL, 触发分钟级流控Permits:1, limited, PT1M",
        "200, isv.BUSINESS_LIMIT_CONTROL, 触发小时级流控Permits:5, limited, PT1H",
        "200, isv.BUSINESS_LIMIT_CONTROL, 触发天级流控Permits:10, limited, P1D",
        "200, isv.BUSINESS_LIMIT_CONTROL, 123456, limited, P1D",
        "200, isv.DAY_LIMIT_CONTROL, 触发日发送限额, rejected, ",
        "200, isv.AMOUNT_NOT_ENOUGH, 账户余额不足, rejected, ",
        "400, SignatureDoesNotMatch, to sign is: 13800000001 123456, rejected, ",
        "404, InvalidAccessKeyId.NotFound, , rejected, ",
        "400, Throttling.User, , rejected, "
    })
    void sendWhenAliyunAnswersThenReturnsTheOutcome(
            int status, String code, String text, String reason, Duration retryAfter, CapturedOutput log) {
        VENDOR.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(status)
                        .withBody("{\"Code\":\"%s\",\"Message\":\"%s\"}".formatted(code, text))));
        assertSays(aliyun().send(MESSAGE), reason, retryAfter);
        assertThat(log.getAll()).doesNotContain("123456").doesNotContain("13800000001");
    }

    @ParameterizedTest
    @CsvSource({
        "Ok, sent, ",
        "LimitExceeded.PhoneNumberThirtySecondLimit, limited, PT30S",
        "LimitExceeded.PhoneNumberOneHourLimit, limited, PT1H",
        "LimitExceeded.PhoneNumberDailyLimit, limited, P1D",
        "LimitExceeded.PhoneNumberSameContentDailyLimit, limited, P1D",
        "LimitExceeded.AppMainlandChinaDailyLimit, rejected, ",
        "FailedOperation.InsufficientBalanceInSmsPackage, rejected, "
    })
    void sendWhenTencentAnswersForTheNumberThenReturnsTheOutcome(
            String code, String reason, Duration retryAfter, CapturedOutput log) {
        VENDOR.stubFor(any(anyUrl())
                .willReturn(okJson(
                        "{\"Response\":{\"SendStatusSet\":[{\"Code\":\"%s\",\"Message\":\"123456 13800000001\"}]}}"
                                .formatted(code))));
        assertSays(tencent().send(MESSAGE), reason, retryAfter);
        assertThat(log.getAll()).doesNotContain("123456").doesNotContain("13800000001");
    }

    @ParameterizedTest
    @CsvSource({
        "AuthFailure.SignatureFailure, rejected, ",
        "RequestLimitExceeded, rejected, ",
        "LimitExceeded.PhoneNumberDailyLimit, limited, P1D"
    })
    void sendWhenTencentAnswersForTheRequestThenReturnsTheOutcome(String code, String reason, Duration retryAfter) {
        VENDOR.stubFor(any(anyUrl())
                .willReturn(okJson("{\"Response\":{\"Error\":{\"Code\":\"%s\",\"Message\":\"\"}}}".formatted(code))));
        assertSays(tencent().send(MESSAGE), reason, retryAfter);
    }

    static Stream<Arguments> invalidResponses() {
        return Stream.of(
                        Arguments.of("5xx", aResponse().withStatus(500)),
                        Arguments.of(
                                "an invitation to try again",
                                aResponse().withStatus(503).withHeader("Retry-After", "0")),
                        Arguments.of("a redirect", aResponse().withStatus(307).withHeader("Location", "/elsewhere")),
                        Arguments.of(
                                "another's 404", aResponse().withStatus(404).withBody("<html>")),
                        Arguments.of("no JSON", okJson("{")),
                        Arguments.of("nothing", aResponse().withStatus(200)),
                        Arguments.of("null", okJson("null")),
                        Arguments.of("an array", okJson("[]")),
                        Arguments.of("no code", okJson("{}")),
                        Arguments.of("no status of a number", okJson("{\"Response\":{\"SendStatusSet\":[]}}")),
                        Arguments.of("Aliyun's own failure", okJson("{\"Code\":\"isp.SYSTEM_ERROR\"}")),
                        Arguments.of(
                                "Tencent's own failure",
                                okJson("{\"Response\":{\"Error\":{\"Code\":\"InternalError.Timeout\"}}}")),
                        Arguments.of("a reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                        Arguments.of("garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
                        Arguments.of("an empty answer", aResponse().withFault(Fault.EMPTY_RESPONSE)),
                        Arguments.of("an endless answer", okJson("{\"x\":\"" + "x".repeat(1_000_000) + "\"}")))
                .flatMap(answer -> Stream.of("aliyun", "tencent")
                        .map(vendor -> Arguments.of(vendor, answer.get()[0], answer.get()[1])));
    }

    /** Once by a new connection, once by one that was used before. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("invalidResponses")
    void sendWhenTheResponseIsInvalidThenThrowsWithoutARetry(
            String vendor, String what, ResponseDefinitionBuilder answer) {
        SmsProvider provider = vendor.equals("aliyun") ? aliyun() : tencent();
        VENDOR.stubFor(any(anyUrl()).willReturn(answer));
        assertThatThrownBy(() -> provider.send(MESSAGE)).isInstanceOf(RuntimeException.class);
        VENDOR.verify(1, anyRequestedFor(anyUrl()));
        VENDOR.stubFor(any(anyUrl())
                .willReturn(okJson("{\"Code\":\"OK\",\"Response\":{\"SendStatusSet\":[{\"Code\":\"Ok\"}]}}")));
        assertThat(provider.send(MESSAGE)).isInstanceOf(Delivery.Sent.class);
        VENDOR.stubFor(any(anyUrl()).willReturn(answer));
        assertThatThrownBy(() -> provider.send(MESSAGE)).isInstanceOf(RuntimeException.class);
        VENDOR.verify(3, anyRequestedFor(anyUrl()));
    }

    private static void assertSays(Delivery delivery, String reason, Duration retryAfter) {
        assertThat(outcomeOf(delivery)).isEqualTo(reason);
        if (retryAfter != null) {
            assertThat(delivery)
                    .isInstanceOfSatisfying(
                            Delivery.Limited.class,
                            limited -> assertThat(limited.retryAfter()).isEqualTo(retryAfter));
        }
    }

    private static String outcomeOf(Delivery delivery) {
        return delivery instanceof Delivery.Failed failed
                ? failed.reason()
                : delivery.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static SmsProvider aliyun() {
        return provider(
                "aliyun",
                Map.of(
                        "access-key-id",
                        "id",
                        "access-key-secret",
                        "secret",
                        "sign-name",
                        "name",
                        "template-code",
                        "SMS_1"));
    }

    private static SmsProvider tencent() {
        return provider(
                "tencent",
                Map.of(
                        "secret-id",
                        "id",
                        "secret-key",
                        "key",
                        "sdk-app-id",
                        "1",
                        "sign-name",
                        "name",
                        "template-id",
                        "1"));
    }

    private static SmsProvider provider(String vendor, Map<String, String> settings) {
        Map<String, String> bound = new HashMap<>(settings);
        bound.put("base-url", VENDOR.baseUrl());
        return new Binder(new MapConfigurationPropertySource(bound))
                .bindOrCreate("", SmsVendors.load().require(vendor).accountType())
                .provider();
    }
}
