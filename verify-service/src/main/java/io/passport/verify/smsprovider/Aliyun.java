package io.passport.verify.smsprovider;

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
final class Aliyun implements SmsProvider {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String SUCCESS = "OK";
    private static final String NUMBER_LIMIT = "isv.BUSINESS_LIMIT_CONTROL";
    private static final Set<String> FAILURES =
            Set.of("isp.SYSTEM_ERROR", "InternalError", "ServiceUnavailable", "ServiceTimeout");

    private final RestClient http;
    private final AliyunSettings settings;
    private final Clock clock;

    Aliyun(RestClient http, AliyunSettings settings, Clock clock) {
        this.http = http;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws RuntimeException when the vendor was not reached or did not answer as its document says */
    @Override
    public Delivery send(SmsMessage message) {
        AliyunRequest order =
                AliyunRequest.signed(settings, settings.baseUrl().getAuthority(), headers(), parameters(message));
        JsonNode answer = http.post()
                .uri(URI.create(settings.baseUrl() + "/?" + order.query()))
                .headers(headers -> order.headers().forEach(headers::set))
                .header(HttpHeaders.AUTHORIZATION, order.authorization())
                .accept(MediaType.APPLICATION_JSON)
                .exchangeForRequiredValue((request, response) -> OneTry.read(response, true));
        return delivery(answer, message);
    }

    private static Delivery delivery(JsonNode answer, SmsMessage message) {
        Verdict verdict = Verdict.of(Vendor.ALIYUN, answer.path("Code"));
        verdict.requireNoneOf(FAILURES);
        return switch (verdict.code()) {
            case SUCCESS -> verdict.taken();
            case NUMBER_LIMIT ->
                verdict.limited(message, retryAfter(answer.path("Message").asString("")));
            default -> verdict.refused(message);
        };
    }

    /** Which of its limits it is, the vendor says in words only: 触发分钟级流控Permits:1. */
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
                "SignName", settings.signName(),
                "TemplateCode", settings.templateCode(),
                "TemplateParam", JSON.writeValueAsString(Map.of("code", message.code()))));
    }
}
