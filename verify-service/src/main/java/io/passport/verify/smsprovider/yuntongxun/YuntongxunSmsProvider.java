package io.passport.verify.smsprovider.yuntongxun;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.passport.verify.smsprovider.Delivery;
import io.passport.verify.smsprovider.SingleAttemptHttp;
import io.passport.verify.smsprovider.SmsMessage;
import io.passport.verify.smsprovider.SmsProvider;
import io.passport.verify.smsprovider.VendorResponse;
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
final class YuntongxunSmsProvider implements SmsProvider {

    private static final String PATH = "/2013-12-26/Accounts/{account}/SMS/TemplateSMS?sig={sig}";
    private static final JsonMapper JSON = new JsonMapper();

    private static final String SUCCESS = "000000";
    /** 系统错误 and 短信发送失败: the message may have been sent. */
    private static final Set<String> FAILURES = Set.of("160000", "160050");
    /** 发送过频繁: one message in 30 s. The others limit a day: 同内容, 同号码, 同模板同号码. */
    private static final Map<String, Duration> LIMITS = Map.of(
            "160038", Duration.ofSeconds(30),
            "160021", Duration.ofDays(1),
            "160022", Duration.ofDays(1),
            "160039", Duration.ofDays(1),
            "160040", Duration.ofDays(1),
            "160041", Duration.ofDays(1));

    private final RestClient http;
    private final YuntongxunProperties account;
    private final Clock clock;

    YuntongxunSmsProvider(RestClient http, YuntongxunProperties account, Clock clock) {
        this.http = http;
        this.account = account;
        this.clock = clock;
    }

    /**
     * Sends one request. {@code CircuitBreakingProvider} calls it.
     *
     * @throws RuntimeException when the vendor was not reached, failed, answered too late ({@code
     *     passport.yuntongxun.timeout}), or gave no valid answer
     */
    @Override
    public Delivery send(SmsMessage message) {
        YuntongxunSignature signature =
                YuntongxunSignature.of(account.accountSid(), account.authToken(), clock.instant());
        JsonNode json = http.post()
                .uri(PATH, account.accountSid(), signature.sig())
                .header(HttpHeaders.AUTHORIZATION, signature.authorization())
                .accept(MediaType.APPLICATION_JSON)
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsBytes(body(message)))
                .exchangeForRequiredValue((_, response) -> SingleAttemptHttp.read(response, false));
        return outcomeOf(VendorResponse.of(YuntongxunVendor.NAME, json.path("statusCode")), message);
    }

    private static Delivery outcomeOf(VendorResponse response, SmsMessage message) {
        response.throwOn(FAILURES);
        if (SUCCESS.equals(response.code())) {
            return response.sent();
        }
        Duration wait = LIMITS.get(response.code());
        return wait == null ? response.rejected(message) : response.limited(message, wait);
    }

    private Body body(SmsMessage message) {
        return new Body(
                message.mobile().number(),
                account.appId(),
                account.templateId(),
                List.of(message.code(), Long.toString(message.validFor().toMinutes())));
    }

    private record Body(
            @JsonProperty("to") String mobile,
            String appId,
            String templateId,
            @JsonProperty("datas") List<String> parameters) {}
}
