package io.passport.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aliyun.dysmsapi20170525.Client;
import com.aliyun.dysmsapi20170525.models.SendSmsRequest;
import com.aliyun.dysmsapi20170525.models.SendSmsResponseBody;
import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.models.Config;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AliyunSmsTests {

    @RegisterExtension
    static final RunningEmulators emulators = new RunningEmulators();

    @AfterEach
    void endFaults() throws Exception {
        emulators.endFaults();
    }

    @Test
    void sendWhenTheVendorsSdkSendsThenTheSmsIsInTheInbox() throws Exception {
        SendSmsResponseBody answer = sdk("local-only-aliyun-id", "local-only-aliyun-secret")
                .sendSms(order("13700000001"))
                .getBody();

        assertThat(answer.getCode()).isEqualTo("OK");
        assertThat(answer.getBizId()).matches("\\d+\\^0");
        JsonNode sms = emulators.inbox("13700000001").get(0);
        assertThat(sms.get("code").asString()).isEqualTo("654321");
        assertThat(sms.get("text").asString()).isEqualTo("【通行证】您的验证码为：654321，该验证码5分钟内有效，请勿泄漏于他人！");
        assertThat(sms.get("provider").asString()).isEqualTo("aliyun");
    }

    @Test
    void sendWhenTheSdkHasAWrongKeyThenItReadsTheError() throws Exception {
        assertSdkRefused("local-only-aliyun-id", "other", "SignatureDoesNotMatch");
        assertSdkRefused("other", "local-only-aliyun-secret", "InvalidAccessKeyId.NotFound");
        assertThat(emulators.inbox("13700000002")).isEmpty();
    }

    @Test
    void sendWhenTheCallIsSignedAsDocumentedThenTheSmsIsInTheInbox() throws Exception {
        assertThat(Acs3Call.to("13700000003").sent(emulators).get("Code").asString())
                .isEqualTo("OK");
        assertThat(emulators.inbox("13700000003")).hasSize(1);
    }

    @Test
    void sendWhenANonceIsUsedTwiceThenTheSecondIsRejected() throws Exception {
        Acs3Call call = Acs3Call.to("13700000004");

        call.sent(emulators);

        assertThat(call.sent(emulators).get("Code").asString()).isEqualTo("SignatureNonceUsed");
        assertThat(emulators.inbox("13700000004")).hasSize(1);
    }

    @Test
    void sendWhenTheTimestampIsFifteenMinutesOffThenItIsRejected() throws Exception {
        Acs3Call call = Acs3Call.to("13700000005");

        assertRejected(call.at(Instant.now().minus(Duration.ofMinutes(16)).toString()), "InvalidTimeStamp.Expired");
        assertRejected(call.at(Instant.now().plus(Duration.ofMinutes(16)).toString()), "InvalidTimeStamp.Expired");
        assertRejected(call.at("yesterday"), "InvalidTimeStamp.Format");
        assertRejected(call.at(Instant.now().minus(Duration.ofMinutes(14)).toString()), "OK");
    }

    @Test
    void sendWhenASignedPartIsChangedThenItIsRejected() throws Exception {
        Acs3Call call = Acs3Call.to("13700000006");

        for (String header : new String[] {"x-acs-date", "x-acs-signature-nonce", "x-acs-content-sha256"}) {
            var changed = call.on(emulators)
                    .setHeader(header, Instant.now().plusSeconds(5).toString());
            assertThat(emulators.json(changed).get("Code").asString()).isEqualTo("SignatureDoesNotMatch");
        }
        var other = call.on(emulators).uri(emulators.uri("/?" + call.query().replace("654321", "111111")));
        assertThat(emulators.json(other).get("Code").asString()).isEqualTo("SignatureDoesNotMatch");
    }

    @Test
    void sendWhenARequiredHeaderIsNotSignedThenItIsRejected() throws Exception {
        var request = Acs3Call.to("13700000006").on(emulators).header("x-acs-extra", "1");

        assertThat(emulators.json(request).get("Code").asString()).isEqualTo("IncompleteSignature");
        request.setHeader("Authorization", "nonsense");
        assertThat(emulators.json(request).get("Code").asString()).isEqualTo("IncompleteSignature");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PhoneNumbers  | 1370000000       | isv.MOBILE_NUMBER_ILLEGAL",
                "PhoneNumbers  | ``               | MissingPhoneNumbers",
                "SignName      | ``               | MissingSignName",
                "SignName      | other            | isv.SMS_SIGNATURE_ILLEGAL",
                "TemplateCode  | SMS_1            | isv.SMS_TEMPLATE_ILLEGAL",
                "TemplateParam | {                | isv.INVALID_JSON_PARAM",
                "TemplateParam | []               | isv.INVALID_JSON_PARAM",
                "TemplateParam | {\"code\":123456} | isv.INVALID_JSON_PARAM",
                "TemplateParam | {\"number\":\"1\"} | isv.TEMPLATE_MISSING_PARAMETERS"
            })
    void sendWhenAParameterIsWrongThenTheErrorCodeNamesIt(String parameter, String value, String code)
            throws Exception {
        assertRejected(Acs3Call.to("13700000007").with(parameter, value), code);
    }

    @ParameterizedTest
    @CsvSource({"x-acs-action, QuerySendDetails, InvalidAction.NotFound", "x-acs-version, 2016-09-27, InvalidVersion"})
    void sendWhenAnotherActionIsCalledThenItIsRejected(String header, String value, String code) throws Exception {
        assertRejected(Acs3Call.to("13700000008").withHeader(header, value), code);
    }

    @Test
    void sendWhenANumberGetsTwoInAMinuteThenTheSecondIsRejected() throws Exception {
        Acs3Call.to("13700000009").sent(emulators);

        JsonNode second = Acs3Call.to("13700000009").sent(emulators);

        assertThat(second.get("Code").asString()).isEqualTo("isv.BUSINESS_LIMIT_CONTROL");
        assertThat(second.get("Message").asString()).isEqualTo("触发分钟级流控Permits:1");
        assertThat(emulators.inbox("13700000009")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"aliyun", "sms"})
    void sendWhenAFaultAppliesThenTheResponseHasTheVendorsFormat(String target) throws Exception {
        emulators.order("{\"provider\":\"" + target + "\",\"kind\":\"status\",\"status\":500}");

        var response = emulators.send(Acs3Call.to("13700000010").on(emulators));

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("\"Code\":\"ServiceUnavailable\"").contains("\"RequestId\":");
        assertThat(emulators.inbox("13700000010")).isEmpty();
    }

    private static void assertRejected(Acs3Call call, String code) throws Exception {
        assertThat(call.sent(emulators).get("Code").asString()).isEqualTo(code);
    }

    private static void assertSdkRefused(String id, String secret, String code) throws Exception {
        Client sdk = sdk(id, secret);
        assertThatThrownBy(() -> sdk.sendSms(order("13700000002")))
                .isInstanceOfSatisfying(
                        TeaException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(code));
    }

    private static SendSmsRequest order(String mobile) {
        return new SendSmsRequest()
                .setPhoneNumbers(mobile)
                .setSignName("通行证")
                .setTemplateCode("SMS_100000001")
                .setTemplateParam("{\"code\":\"654321\"}");
    }

    private static Client sdk(String id, String secret) throws Exception {
        return new Client(new Config()
                .setAccessKeyId(id)
                .setAccessKeySecret(secret)
                .setProtocol("http")
                .setEndpoint("127.0.0.1:" + emulators.port()));
    }
}
