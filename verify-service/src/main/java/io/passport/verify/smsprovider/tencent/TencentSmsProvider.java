package io.passport.verify.smsprovider.tencent;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import io.passport.verify.smsprovider.Delivery;
import io.passport.verify.smsprovider.SmsMessage;
import io.passport.verify.smsprovider.SmsProvider;
import io.passport.verify.smsprovider.VendorResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** Tencent Cloud's SMS: {@code SendSms} of 2021-01-11, with the vendor's SDK. */
final class TencentSmsProvider implements SmsProvider {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String SUCCESS = "Ok";
    /** The SDK's code for a status other than 200, and the beginning of the vendor's codes for its own failures. */
    private static final Set<String> FAILURES = Set.of("ServerSideError", "InternalError");

    private static final Map<String, Duration> LIMITS = Map.of(
            "LimitExceeded.PhoneNumberThirtySecondLimit", Duration.ofSeconds(30),
            "LimitExceeded.PhoneNumberOneHourLimit", Duration.ofHours(1),
            "LimitExceeded.PhoneNumberDailyLimit", Duration.ofDays(1),
            "LimitExceeded.PhoneNumberSameContentDailyLimit", Duration.ofDays(1));

    private final CommonClient client;
    private final TencentProperties account;

    TencentSmsProvider(CommonClient client, TencentProperties account) {
        this.client = client;
        this.account = account;
    }

    /**
     * Sends one request. {@code CircuitBreakingProvider} calls it.
     *
     * @throws RuntimeException when the vendor was not reached, failed, answered too late ({@code passport.tencent.timeout}),
     *     or gave no valid answer
     */
    @Override
    public Delivery send(SmsMessage message) {
        return outcomeOf(VendorResponse.of(TencentVendor.NAME, codeFor(message)), message);
    }

    /** The code for the number, or the code for the whole request if the vendor rejected it before it read the number. */
    private JsonNode codeFor(SmsMessage message) {
        try {
            String json = client.call("SendSms", JSON.writeValueAsString(body(message)));
            return JSON.readTree(json).at("/Response/SendStatusSet/0/Code");
        } catch (TencentCloudSDKException e) {
            if (e.getErrorCode() == null) {
                throw new IllegalStateException(e);
            }
            return StringNode.valueOf(e.getErrorCode());
        }
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
                List.of("+86" + message.mobile().number()),
                account.sdkAppId(),
                account.signName(),
                account.templateId(),
                List.of(message.code(), Long.toString(message.validFor().toMinutes())));
    }

    private record Body(
            @JsonProperty("PhoneNumberSet") List<String> mobiles,
            @JsonProperty("SmsSdkAppId") String sdkAppId,
            @JsonProperty("SignName") String signName,
            @JsonProperty("TemplateId") String templateId,
            @JsonProperty("TemplateParamSet") List<String> parameters) {}
}
