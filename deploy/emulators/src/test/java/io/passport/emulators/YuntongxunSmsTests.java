package io.passport.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloopen.rest.sdk.BodyType;
import com.cloopen.rest.sdk.CCPRestSmsSDK;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YuntongxunSmsTests {

    @RegisterExtension
    static final RunningEmulators emulators = new RunningEmulators();

    @Test
    void sendWhenTheCallIsSignedThenTheSmsIsInTheInbox() throws Exception {
        var response = emulators.send(TemplateSmsCall.to("13800000001").on(emulators));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .matches("\\{\"statusCode\":\"000000\",\"templateSMS\":"
                        + "\\{\"dateCreated\":\"\\d{14}\",\"smsMessageSid\":\"[0-9a-f]{32}\"}}");
        var sms = emulators.inbox("13800000001").get(0);
        assertThat(sms.get("code").asString()).isEqualTo("123456");
        assertThat(sms.get("text").asString()).contains("您的验证码是123456，请于5分钟内");
        assertThat(sms.get("provider").asString()).isEqualTo("yuntongxun");
    }

    @Test
    void sendWhenTheVendorsSdkSendsThenTheSmsIsInTheInbox() throws Exception {
        Map<String, Object> answer =
                sdk("local-only-yuntongxun-token").sendTemplateSMS("13800000002", "1", new String[] {"654321", "5"});

        assertThat(answer).containsEntry("statusCode", "000000");
        assertThat(emulators.inbox("13800000002").get(0).get("code").asString()).isEqualTo("654321");
    }

    @Test
    void sendWhenTheSdkHasAWrongTokenThenItReadsTheError() {
        Map<String, Object> answer = sdk("other").sendTemplateSMS("13800000003", "1", new String[] {"654321", "5"});

        assertThat(answer).containsEntry("statusCode", "111109").containsEntry("statusMsg", "【账号】请求地址Sig校验失败");
    }

    @Test
    void sendWhenTheTokenIsWrongThenTheSignatureIsRejected() throws Exception {
        assertRejected(TemplateSmsCall.to("13800000004").withToken("other"), "111109");
        assertThat(emulators.inbox("13800000004")).isEmpty();
    }

    @Test
    void sendWhenTheSignatureIsLowerCaseThenItIsRejected() throws Exception {
        var call = TemplateSmsCall.to("13800000005");
        var request = call.on(emulators)
                .uri(emulators.uri(call.target().replace(call.sig(), call.sig().toLowerCase(java.util.Locale.ROOT))));

        assertThat(statusCode(request)).isEqualTo("111109");
    }

    @Test
    void sendWhenTheSignatureIsMissingThenItIsRejected() throws Exception {
        var call = TemplateSmsCall.to("13800000005");
        var request = call.on(emulators).uri(emulators.uri(call.target().split("\\?")[0]));

        assertThat(statusCode(request)).isEqualTo("111108");
    }

    @Test
    void sendWhenTheTimestampIsADayOldThenItIsRejected() throws Exception {
        assertRejected(TemplateSmsCall.to("13800000006").withTimestamp(TemplateSmsCall.hoursAgo(25)), "111106");
        assertRejected(TemplateSmsCall.to("13800000006").withTimestamp(TemplateSmsCall.hoursAgo(-25)), "111106");
        assertRejected(TemplateSmsCall.to("13800000006").withTimestamp(TemplateSmsCall.hoursAgo(23)), "000000");
    }

    @Test
    void sendWhenTheAccountIsUnknownThenItIsRejected() throws Exception {
        assertRejected(TemplateSmsCall.to("13800000007").withAccount("nobody"), "111141");
    }

    @Test
    void sendWhenTheAccountsInUrlAndHeaderDifferThenItIsRejected() throws Exception {
        var other = TemplateSmsCall.to("13800000007").withAccount("nobody");
        var request = TemplateSmsCall.to("13800000007").on(emulators).setHeader("Authorization", other.authorization());

        assertThat(statusCode(request)).isEqualTo("111107");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 111101",
        "'*', 111102",
        "bm9jb2xvbg==, 111103",
        "OjIwMjUwMTAxMDAwMDAw, 111104",
        "c2lkOg==, 111105",
        "c2lkOnllc3RlcmRheQ==, 111113"
    })
    void sendWhenTheAuthorizationIsMalformedThenTheErrorCodeNamesIt(String header, String code) throws Exception {
        var request = TemplateSmsCall.to("13800000008").on(emulators).setHeader("Authorization", header);

        assertThat(statusCode(request)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                                              | 160030",
                "{                                                                               | 160031",
                "[]                                                                              | 160031",
                "null                                                                            | 160031",
                "{\"to\":{}}                                                                     | 160031",
                "{}                                                                              | 111169",
                "{\"appId\":\"other\"}                                                           | 111181",
                "{\"appId\":\"local-only-yuntongxun-app\",\"templateId\":\"x\"}                  | 160057",
                "{\"appId\":\"local-only-yuntongxun-app\",\"templateId\":\"2\"}                  | 160032",
                "{\"appId\":\"local-only-yuntongxun-app\",\"templateId\":1}                      | 160044",
                "{\"appId\":\"local-only-yuntongxun-app\",\"templateId\":1,\"to\":\"1380000000\"} | 160042",
                "{\"appId\":\"local-only-yuntongxun-app\",\"templateId\":1,\"to\":\"13800000009,13800000009\"} | 160045",
                "{\"appId\":\"local-only-yuntongxun-app\",\"templateId\":1,\"to\":\"13800000009\"} | 160052",
                "{\"appId\":\"local-only-yuntongxun-app\",\"templateId\":1,\"to\":\"13800000009\",\"datas\":[\"1\"]} | 160052",
                "{\"appId\":\"local-only-yuntongxun-app\",\"templateId\":1,\"to\":\"13800000009\",\"datas\":[null,1]} | 160052",
                "{\"appId\":\"local-only-yuntongxun-app\",\"templateId\":1,\"to\":\"13800000009\",\"datas\":[1234,5]} | 000000",
            })
    void sendWhenTheBodyIsWrongThenTheErrorCodeNamesIt(String body, String code) throws Exception {
        assertRejected(TemplateSmsCall.to("13800000009").withBody(body), code);
    }

    @Test
    void sendWhenTheTextIsTooLongThenItIsRejected() throws Exception {
        var call = TemplateSmsCall.to("13800000010");

        assertRejected(call.withBody(call.body().replace("123456", "1".repeat(600))), "160037");
    }

    @Test
    void sendWhenThereAreTwoReceiversThenBothGetTheSms() throws Exception {
        assertRejected(TemplateSmsCall.to("13800000011,13800000012"), "000000");

        assertThat(emulators.inbox("13800000011")).hasSize(1);
        assertThat(emulators.inbox("13800000012")).hasSize(1);
    }

    private static void assertRejected(TemplateSmsCall call, String code) throws Exception {
        assertThat(statusCode(call.on(emulators))).isEqualTo(code);
    }

    private static String statusCode(java.net.http.HttpRequest.Builder request) throws Exception {
        return emulators.json(request).get("statusCode").asString();
    }

    private static CCPRestSmsSDK sdk(String token) {
        var sdk = new CCPRestSmsSDK();
        sdk.init("127.0.0.1", String.valueOf(emulators.port()), false);
        sdk.setAccount("local-only-yuntongxun-account", token);
        sdk.setAppId("local-only-yuntongxun-app");
        sdk.setBodyType(BodyType.Type_JSON);
        return sdk;
    }
}
