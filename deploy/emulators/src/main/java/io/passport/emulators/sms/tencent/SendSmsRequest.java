package io.passport.emulators.sms.tencent;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.passport.emulators.tencentcloud.RequestParameters;
import io.passport.emulators.tencentcloud.TencentApiException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code SendSms}.
 *
 * @param mobiles {@code PhoneNumberSet}: the receivers, {@code +8613800000000}
 * @param sdkAppId the application's id
 * @param templateId the template
 * @param signName the signature, the sender's name
 * @param variables {@code TemplateParamSet}: the values of the template's variables {1} and {2}
 */
record SendSmsRequest(
        @JsonProperty("PhoneNumberSet") List<String> mobiles,
        @JsonProperty("SmsSdkAppId") @Nullable String sdkAppId,
        @JsonProperty("TemplateId") @Nullable String templateId,
        @JsonProperty("SignName") @Nullable String signName,
        @JsonProperty("TemplateParamSet") List<String> variables) {

    private static final int MAX_MOBILES = 200;

    SendSmsRequest {
        mobiles = mobiles == null ? List.of() : mobiles;
        variables = variables == null ? List.of() : variables;
    }

    static SendSmsRequest parse(byte[] json) throws TencentApiException {
        return RequestParameters.read(json, SendSmsRequest.class);
    }

    /** The receivers, at least one. */
    List<String> requiredMobiles() throws TencentApiException {
        if (mobiles.isEmpty()) {
            throw new TencentApiException("MissingParameter.EmptyPhoneNumberSet", "The PhoneNumberSet is empty.");
        }
        if (mobiles.size() > MAX_MOBILES) {
            throw new TencentApiException("LimitExceeded.PhoneNumberCountLimit", "Over 200 numbers.");
        }
        return mobiles;
    }

    void requireAppOf(TencentAccount account) throws TencentApiException {
        if (!account.sdkAppId().equals(sdkAppId)) {
            throw new TencentApiException("UnauthorizedOperation.SmsSdkAppIdVerifyFail", "Verify SmsSdkAppId failed.");
        }
    }

    @Override
    public String toString() {
        return "SendSmsRequest[]";
    }
}
