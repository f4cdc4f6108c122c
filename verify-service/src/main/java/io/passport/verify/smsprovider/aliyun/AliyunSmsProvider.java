package io.passport.verify.smsprovider.aliyun;

import io.passport.verify.smsprovider.Delivery;
import io.passport.verify.smsprovider.SingleAttemptHttp;
import io.passport.verify.smsprovider.SmsMessage;
import io.passport.verify.smsprovider.SmsProvider;
import io.passport.verify.smsprovider.VendorResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Alibaba Cloud's SMS: {@code SendSms} of Dysmsapi 2017-05-25. */
final class AliyunSmsProvider implements SmsProvider {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String SUCCESS = "OK";
    private static final String NUMBER_LIMIT = "isv.BUSINESS_LIMIT_CONTROL";
    private static final Set<String> FAILURES =
            Set.of("isp.SYSTEM_ERROR", "InternalError", "ServiceUnavailable", "ServiceTimeout");

    private final RestClient http;
    private final AliyunProperties account;
    private final Clock clock;

    AliyunSmsProvider(RestClient http, AliyunProperties account, Clock clock) {
        this.http = http;
        this.account = account;
        this.clock = clock;
    }

    /**
     * Sends one request. {@code CircuitBreakingProvider} calls it.
     *
     * @throws RuntimeException when the vendor was not reached, failed, answered too late ({@code passport.aliyun.timeout}), or
     *     gave no valid answer
     */
    @Override
    public Delivery send(SmsMessage message) {
        AliyunRequest request =
                AliyunRequest.signed(account, account.baseUrl().getAuthority(), headers(), parameters(message));
        JsonNode json = http.post()
                .uri(URI.create(account.baseUrl() + "/?" + request.query()))
                .headers(headers -> request.headers().forEach(headers::set))
                .header(HttpHeaders.AUTHORIZATION, request.authorization())
                .accept(MediaType.APPLICATION_JSON)
                .exchangeForRequiredValue((_, response) -> SingleAttemptHttp.read(response, true));
        return outcomeOf(json, message);
    }

    private static Delivery outcomeOf(JsonNode json, SmsMessage message) {
        VendorResponse response = VendorResponse.of(AliyunVendor.NAME, json.path("Code"));
        response.throwOn(FAILURES);
        return switch (response.code()) {
            case SUCCESS -> response.sent();
            case NUMBER_LIMIT ->
                response.limited(message, retryAfter(json.path("Message").asString("")));
            default -> response.rejected(message);
        };
    }

    /** Reads the period of the limit from the text, since the code does not contain it: 触发分钟级流控Permits:1. */
    private static Duration retryAfter(String text) {
        if (text.contains("分钟级")) {
            return Duration.ofMinutes(1);
        }
        return text.contains("小时级") ? Duration.ofHours(1) : Duration.ofDays(1);
    }

    private Map<String, String> headers() {
        return Map.of(
                "x-acs-action",
                "SendSms",
                "x-acs-version",
                "2017-05-25",
                "x-acs-date",
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                "x-acs-signature-nonce",
                UUID.randomUUID().toString());
    }

    private SortedMap<String, String> parameters(SmsMessage message) {
        return new TreeMap<>(Map.of(
                "PhoneNumbers", message.mobile().number(),
                "SignName", account.signName(),
                "TemplateCode", account.templateCode(),
                "TemplateParam", JSON.writeValueAsString(Map.of("code", message.code()))));
    }
}
