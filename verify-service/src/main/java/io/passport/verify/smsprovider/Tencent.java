package io.passport.verify.smsprovider;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** Tencent Cloud's SMS: {@code SendSms} of 2021-01-11, by the vendor's client. */
final class Tencent implements SmsProvider {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String SUCCESS = "Ok";
    /** The SDK's own word for a status that is not 200, and all codes that begin with the vendor's. */
    private static final Set<String> FAILURES = Set.of("ServerSideError", "InternalError");

    private static final Map<String, Duration> LIMITS = Map.of(
            "LimitExceeded.PhoneNumberThirtySecondLimit", Duration.ofSeconds(30),
            "LimitExceeded.PhoneNumberOneHourLimit", Duration.ofHours(1),
            "LimitExceeded.PhoneNumberDailyLimit", Duration.ofDays(1),
            "LimitExceeded.PhoneNumberSameContentDailyLimit", Duration.ofDays(1));

    private final CommonClient client;
    private final TencentSettings settings;

    Tencent(CommonClient client, TencentSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    /** @throws RuntimeException when the vendor was not reached or did not answer as its document says */
    @Override
    public Delivery send(SmsMessage message) {
        return delivery(Verdict.of(Vendor.TENCENT, codeFor(message)), message);
    }

    /** That of the one number, or of the request as a whole where the vendor did not come to the number. */
    private JsonNode codeFor(SmsMessage message) {
        try {
            String answer = client.call("SendSms", JSON.writeValueAsString(order(message)));
            return JSON.readTree(answer).at("/Response/SendStatusSet/0/Code");
        } catch (TencentCloudSDKException e) {
            if (e.getErrorCode() == null) {
                throw new IllegalStateException(e);
            }
            return StringNode.valueOf(e.getErrorCode());
        }
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
                List.of("+86" + message.mobile().number()),
                settings.sdkAppId(),
                settings.signName(),
                settings.templateId(),
                List.of(message.code(), Long.toString(message.validFor().toMinutes())));
    }

    private record Order(
            @JsonProperty("PhoneNumberSet") List<String> mobiles,
            @JsonProperty("SmsSdkAppId") String sdkAppId,
            @JsonProperty("SignName") String signName,
            @JsonProperty("TemplateId") String templateId,
            @JsonProperty("TemplateParamSet") List<String> places) {}
}
