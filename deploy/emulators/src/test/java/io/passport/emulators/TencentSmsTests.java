package io.passport.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TencentSmsTests {

    @RegisterExtension
    static final RunningEmulators emulators = new RunningEmulators();

    private static final String ORDER = """
            {"PhoneNumberSet":["%s"],"SmsSdkAppId":"1400000001","SignName":"通行证","TemplateId":"100001",
             "TemplateParamSet":["654321","5"]}
            """;

    @AfterEach
    void endFaults() throws Exception {
        emulators.endFaults();
    }

    @Test
    void sendWhenTheVendorsSdkSendsThenTheSmsIsInTheInbox() throws Exception {
        JsonNode status = statusOf(ORDER.formatted("+8613600000001"));

        assertThat(status.get("Code").asString()).isEqualTo("Ok");
        assertThat(status.get("Fee").asInt()).isEqualTo(1);
        JsonNode sms = emulators.inbox("13600000001").get(0);
        assertThat(sms.get("code").asString()).isEqualTo("654321");
        assertThat(sms.get("text").asString()).startsWith("【通行证】654321为您的验证码，请于5分钟内填写");
        assertThat(sms.get("provider").asString()).isEqualTo("tencent");
    }

    @Test
    void sendWhenTheKeyIsWrongThenTheSdkReadsTheErrorAndNothingIsSent() throws Exception {
        assertRejected("local-only-tencent-id", "other", ORDER, "AuthFailure.SignatureFailure");
        assertRejected("other", "local-only-tencent-key", ORDER, "AuthFailure.SecretIdNotFound");
        assertThat(emulators.inbox("13600000002")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null                                                        | InvalidParameter",
                "{                                                           | InvalidParameter",
                "{\"Mobile\":1}                                              | UnknownParameter",
                "{\"SmsSdkAppId\":\"1\"}                                     | UnauthorizedOperation.SmsSdkAppIdVerifyFail",
                "{\"SmsSdkAppId\":\"1400000001\"}                            | MissingParameter.EmptyPhoneNumberSet",
                "{\"SmsSdkAppId\":\"1400000001\",\"PhoneNumberSet\":[]}      | MissingParameter.EmptyPhoneNumberSet"
            })
    void sendWhenTheBodyIsWrongThenTheErrorCodeNamesIt(String body, String code) {
        assertRejected("local-only-tencent-id", "local-only-tencent-key", body, code);
    }

    @ParameterizedTest
    @CsvSource({
        "+8613600000002, +86136, InvalidParameterValue.IncorrectPhoneNumber",
        "通行证, other, FailedOperation.SignatureIncorrectOrUnapproved",
        "100001, 1, FailedOperation.TemplateIncorrectOrUnapproved",
        "'\"654321\",', '', FailedOperation.TemplateParamSetNotMatchApprovedTemplate"
    })
    void sendWhenTheMessageIsWrongThenItsStatusNamesItAndNothingIsSent(String right, String wrong, String code)
            throws Exception {
        JsonNode status = statusOf(ORDER.formatted("+8613600000002").replace(right, wrong));

        assertThat(status.get("Code").asString()).isEqualTo(code);
        assertThat(status.get("Fee").asInt()).isZero();
        assertThat(emulators.inbox("13600000002")).isEmpty();
    }

    @Test
    void sendWhenANumberGetsTwoWithinThirtySecondsThenTheSecondIsRejected() throws Exception {
        statusOf(ORDER.formatted("+8613600000003"));

        JsonNode second = statusOf(ORDER.formatted("13600000003"));

        assertThat(second.get("Code").asString()).isEqualTo("LimitExceeded.PhoneNumberThirtySecondLimit");
        assertThat(emulators.inbox("13600000003")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"tencent", "sms"})
    void sendWhenAFaultAppliesThenTheSdkReadsTheError(String target) throws Exception {
        emulators.order("{\"provider\":\"" + target + "\",\"kind\":\"status\",\"status\":500}");

        assertRejected("local-only-tencent-id", "local-only-tencent-key", ORDER, "ServerSideError");
    }

    private static void assertRejected(String id, String key, String body, String code) {
        assertThatThrownBy(() -> sdk(id, key).call("SendSms", body.replace("%s", "+8613600000002")))
                .isInstanceOfSatisfying(
                        TencentCloudSDKException.class,
                        refused -> assertThat(refused.getErrorCode()).isEqualTo(code));
    }

    private static JsonNode statusOf(String order) throws Exception {
        String answer = sdk("local-only-tencent-id", "local-only-tencent-key").call("SendSms", order);
        return JsonMapper.shared().readTree(answer).at("/Response/SendStatusSet/0");
    }

    private static CommonClient sdk(String id, String key) {
        var http = new HttpProfile();
        http.setProtocol("http://");
        http.setEndpoint("127.0.0.1:" + emulators.port());
        return new CommonClient(
                "sms",
                "2021-01-11",
                new Credential(id, key),
                "ap-guangzhou",
                new ClientProfile(ClientProfile.SIGN_TC3_256, http));
    }
}
