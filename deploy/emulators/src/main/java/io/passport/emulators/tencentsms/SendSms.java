package io.passport.emulators.tencentsms;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.passport.emulators.tencentcloud.Parameters;
import io.passport.emulators.tencentcloud.RefusedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a call.
 *
 * @param mobiles {@code PhoneNumberSet}: the receivers, {@code +8613800000000}
 * @param sdkAppId the application
 * @param templateId the text to send
 * @param signName the sender's name
 * @param variables {@code TemplateParamSet}: what to put in place of the template's {1}, {2}
 */
record SendSms(
        @JsonProperty("PhoneNumberSet") List<String> mobiles,
        @JsonProperty("SmsSdkAppId") @Nullable String sdkAppId,
        @JsonProperty("TemplateId") @Nullable String templateId,
        @JsonProperty("SignName") @Nullable String signName,
        @JsonProperty("TemplateParamSet") List<String> variables) {

    private static final int MOST_MOBILES = 200;

    SendSms {
        mobiles = mobiles == null ? List.of() : mobiles;
        variables = variables == null ? List.of() : variables;
    }

    static SendSms parse(byte[] json) throws RefusedException {
        return Parameters.read(json, SendSms.class);
    }

    /** The receivers, at least one. */
    List<String> requiredMobiles() throws RefusedException {
        if (mobiles.isEmpty()) {
            throw new RefusedException("MissingParameter.EmptyPhoneNumberSet", "The PhoneNumberSet is empty.");
        }
        if (mobiles.size() > MOST_MOBILES) {
            throw new RefusedException("LimitExceeded.PhoneNumberCountLimit", "Over 200 numbers.");
        }
        return mobiles;
    }

    void requireAppOf(Application application) throws RefusedException {
        if (!application.sdkAppId().equals(sdkAppId)) {
            throw new RefusedException("UnauthorizedOperation.SmsSdkAppIdVerifyFail", "Verify SmsSdkAppId failed.");
        }
    }

    @Override
    public String toString() {
        return "SendSms[]";
    }
}
