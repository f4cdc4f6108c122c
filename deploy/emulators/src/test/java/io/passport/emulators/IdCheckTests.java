package io.passport.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IdCheckTests {

    @RegisterExtension
    static final RunningEmulators emulators = new RunningEmulators();

    private static final String ASK = "{\"Name\":\"李雷\",\"IdCard\":\"11010519491231002X\"}";

    @AfterEach
    void endFaults() throws Exception {
        emulators.endFaults();
    }

    @ParameterizedTest
    @CsvSource({
        "李雷, 11010519491231002X, 0, 姓名和身份证号一致",
        "买买提·吾拉木, 11010519491231002x, 0, 姓名和身份证号一致",
        "不符, 11010519491231002X, -1, 姓名和身份证号不一致",
        "不符先生, 11010519491231002X, -1, 姓名和身份证号不一致",
        "李雷, 110105194912310021, -2, 非法身份证号（长度、校验位等不正确）",
        "李雷, 11010519490231002X, -2, 非法身份证号（长度、校验位等不正确）",
        "李雷, 1101051949123100, -2, 非法身份证号（长度、校验位等不正确）",
        "李, 11010519491231002X, -3, 非法姓名（长度、格式等不正确）",
        "李雷1, 11010519491231002X, -3, 非法姓名（长度、格式等不正确）"
    })
    void verifyWhenTheVendorsSdkCallsThenItReadsTheResult(String name, String idCard, String result, String description)
            throws Exception {
        String answer = sdk("local-only-idcheck-id", "local-only-idcheck-key")
                .call("IdCardVerification", "{\"Name\":\"%s\",\"IdCard\":\"%s\"}".formatted(name, idCard));

        JsonNode response = JsonMapper.shared().readTree(answer).get("Response");
        assertThat(response.get("Result").asString()).isEqualTo(result);
        assertThat(response.get("Description").asString()).isEqualTo(description);
        assertThat(response.get("RequestId").asString()).hasSize(36);
    }

    @Test
    void verifyWhenTheKeyIsWrongThenTheSdkReadsTheError() {
        assertSdkRefused("local-only-idcheck-id", "other", "AuthFailure.SignatureFailure");
        assertSdkRefused("other", "local-only-idcheck-key", "AuthFailure.SecretIdNotFound");
    }

    @Test
    void verifyWhenTheCallIsSignedAsDocumentedThenItSucceeds() throws Exception {
        assertThat(Tc3Call.of(ASK).sent(emulators).at("/Response/Result").asString())
                .isEqualTo("0");
    }

    @Test
    void verifyWhenTheBodyIsChangedThenItIsRejected() throws Exception {
        var tampered = Tc3Call.of(ASK).on(emulators).POST(BodyPublishers.ofString(ASK.replace("李雷", "韩梅梅")));

        assertThat(emulators.json(tampered).at("/Response/Error/Code").asString())
                .isEqualTo("AuthFailure.SignatureFailure");
    }

    @Test
    void verifyWhenTheTimestampIsFiveMinutesOffThenItIsRejected() throws Exception {
        long now = Instant.now().getEpochSecond();

        assertRejected(Tc3Call.of(ASK).at(now - 310), "AuthFailure.SignatureExpire");
        assertRejected(Tc3Call.of(ASK).at(now + 310), "AuthFailure.SignatureExpire");
        assertThat(Tc3Call.of(ASK)
                        .at(now - 290)
                        .sent(emulators)
                        .at("/Response/Result")
                        .asString())
                .isEqualTo("0");
    }

    @Test
    void verifyWhenTheTimestampIsNotTheSignedOneThenItIsRejected() throws Exception {
        var moved = Tc3Call.of(ASK)
                .on(emulators)
                .setHeader("X-TC-Timestamp", String.valueOf(Instant.now().getEpochSecond() - 60));

        assertThat(emulators.json(moved).at("/Response/Error/Code").asString())
                .isEqualTo("AuthFailure.SignatureFailure");
    }

    @Test
    void verifyWhenTheScopeHasAnotherDateThenItIsRejected() throws Exception {
        assertRejected(Tc3Call.of(ASK).dated("2020-01-01"), "AuthFailure.SignatureFailure");
    }

    @Test
    void verifyWhenTheKeyIsWrongThenTheSignatureIsRejected() throws Exception {
        assertRejected(Tc3Call.of(ASK).signedBy("other"), "AuthFailure.SignatureFailure");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-TC-Version   | 2017-01-01   | NoSuchVersion",
                "X-TC-Action    | LivenessRecognition | InvalidAction",
                "X-TC-Timestamp | yesterday    | InvalidParameter",
                "Authorization  | nonsense     | AuthFailure.InvalidAuthorization"
            })
    void verifyWhenAHeaderIsWrongThenTheErrorCodeNamesIt(String header, String value, String code) throws Exception {
        var request = Tc3Call.of(ASK).on(emulators).setHeader(header, value);

        assertThat(emulators.json(request).at("/Response/Error/Code").asString())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                          | InvalidParameter",
                "{                                           | InvalidParameter",
                "null                                        | InvalidParameter",
                "{\"Name\":{}}                               | InvalidParameter",
                "{\"Name\":\"李雷\"}                           | MissingParameter",
                "{\"IdCard\":\"11010519491231002X\"}         | MissingParameter",
                "{\"Name\":\"李雷\",\"Id\":\"11010519491231002X\"} | UnknownParameter"
            })
    void verifyWhenTheBodyIsWrongThenTheErrorCodeNamesIt(String body, String code) throws Exception {
        assertRejected(Tc3Call.of(body), code);
    }

    @Test
    void verifyWhenTheContentTypeIsNotSignedThenItIsRejected() throws Exception {
        var request = Tc3Call.of(ASK).on(emulators);
        String authorization =
                request.copy().build().headers().firstValue("Authorization").orElseThrow();
        request.setHeader("Authorization", authorization.replace("content-type;host", "host"));

        assertThat(emulators.json(request).at("/Response/Error/Code").asString())
                .isEqualTo("AuthFailure.InvalidAuthorization");
    }

    @Test
    void verifyWhenAnotherServiceIsCalledThenItIsNotFound() throws Exception {
        var instances = Tc3Call.of(ASK).service("cvm").on(emulators).setHeader("X-TC-Action", "DescribeInstances");

        assertThat(emulators.send(instances).statusCode()).isEqualTo(404);
    }

    @Test
    void verifyWhenAFaultAppliesThenTheResponseHasTheVendorsFormat() throws Exception {
        emulators.order("{\"provider\":\"idcheck\",\"kind\":\"status\",\"status\":500}");

        var response = emulators.send(Tc3Call.of(ASK).on(emulators));

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("\"Code\":\"InternalError\"").contains("\"RequestId\":");
    }

    private static void assertSdkRefused(String id, String key, String code) {
        assertThatThrownBy(() -> sdk(id, key).call("IdCardVerification", ASK))
                .isInstanceOfSatisfying(
                        TencentCloudSDKException.class,
                        refused -> assertThat(refused.getErrorCode()).isEqualTo(code));
    }

    private static void assertRejected(Tc3Call call, String code) throws Exception {
        assertThat(call.sent(emulators).at("/Response/Error/Code").asString()).isEqualTo(code);
    }

    private static CommonClient sdk(String id, String key) {
        var http = new HttpProfile();
        http.setProtocol("http://");
        http.setEndpoint("127.0.0.1:" + emulators.port());
        http.setConnTimeout(2);
        http.setReadTimeout(3);
        http.setWriteTimeout(3);
        return new CommonClient(
                "faceid",
                "2018-03-01",
                new Credential(id, key),
                "",
                new ClientProfile(ClientProfile.SIGN_TC3_256, http));
    }
}
