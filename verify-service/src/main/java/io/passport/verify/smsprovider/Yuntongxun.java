package io.passport.verify.smsprovider;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Yuntongxun's REST API, version 2013-12-26: {@code SMS/TemplateSMS}. */
final class Yuntongxun implements SmsProvider {

    private static final String PATH = "/2013-12-26/Accounts/{account}/SMS/TemplateSMS?sig={sig}";
    private static final JsonMapper JSON = new JsonMapper();

    private static final String SUCCESS = "000000";
    /** 系统错误, and 短信发送失败: where it failed is not said. */
    private static final Set<String> FAILURES = Set.of("160000", "160050");
    /** 发送过频繁, one in 30 s; 同内容, 同号码, 同模板同号码 of a day. */
    private static final Map<String, Duration> LIMITS = Map.of(
            "160038", Duration.ofSeconds(30),
            "160021", Duration.ofDays(1),
            "160022", Duration.ofDays(1),
            "160039", Duration.ofDays(1),
            "160040", Duration.ofDays(1),
            "160041", Duration.ofDays(1));

    private final RestClient http;
    private final YuntongxunSettings settings;
    private final Clock clock;

    Yuntongxun(RestClient http, YuntongxunSettings settings, Clock clock) {
        this.http = http;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws RuntimeException when the vendor was not reached or did not answer as its document says */
    @Override
    public Delivery send(SmsMessage message) {
        YuntongxunSignature signature =
                YuntongxunSignature.of(settings.accountSid(), settings.authToken(), clock.instant());
        JsonNode answer = http.post()
                .uri(PATH, settings.accountSid(), signature.sig())
                .header(HttpHeaders.AUTHORIZATION, signature.authorization())
                .accept(MediaType.APPLICATION_JSON)
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsBytes(order(message)))
                .exchangeForRequiredValue((request, response) -> OneTry.read(response, false));
        return delivery(Verdict.of(Vendor.YUNTONGXUN, answer.path("statusCode")), message);
    }

    private static Delivery delivery(Verdict verdict, SmsMessage message) {
        verdict.requireNoneOf(FAILURES);
        if (SUCCESS.equals(verdict.code())) {
            return verdict.taken();
        }
        Duration wait = LIMITS.get(verdict.code());
        return wait == null ? verdict.refused(message) : verdict.limited(message, wait);
    }

    private Order order(SmsMessage message) {
        return new Order(
                message.mobile().number(),
                settings.appId(),
                settings.templateId(),
                List.of(message.code(), Long.toString(message.validFor().toMinutes())));
    }

    private record Order(
            @JsonProperty("to") String mobile,
            String appId,
            String templateId,
            @JsonProperty("datas") List<String> places) {}
}
