package io.passport.verify.smsprovider.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AliyunRequestTests {

    private static final AliyunProperties SETTINGS = new AliyunProperties(
            URI.create("https://ecs.cn-shanghai.aliyuncs.com"),
            "YourAccessKeyId",
            "YourAccessKeySecret",
            "name",
            "SMS_1",
            Duration.ofSeconds(1),
            Duration.ofSeconds(3));

    /** The vendor's own example, "固定参数示例" of the document on signature V3. */
    @Test
    void signedWhenItIsTheVendorsExampleThenTheSignatureIsEqual() {
        AliyunRequest request = AliyunRequest.signed(
                SETTINGS,
                "ecs.cn-shanghai.aliyuncs.com",
                Map.of(
                        "x-acs-action", "RunInstances",
                        "x-acs-version", "2014-05-26",
                        "x-acs-date", "2023-10-26T10:22:32Z",
                        "x-acs-signature-nonce", "3156853299f313e23d1673dc12e1703d"),
                new TreeMap<>(Map.of(
                        "ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd", "RegionId", "cn-shanghai")));
        assertThat(request.authorization())
                .isEqualTo("ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;"
                        + "x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature="
                        + "06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
    }

    @Test
    void signedWhenParametersHaveSpecialCharactersThenEncodesThem() {
        AliyunRequest request = AliyunRequest.signed(
                SETTINGS, "host", Map.of(), new TreeMap<>(Map.of("b", "a b+c*d~e/f", "a", "通{\"")));
        assertThat(request.query()).isEqualTo("a=%E9%80%9A%7B%22&b=a%20b%2Bc%2Ad~e%2Ff");
        assertThat(request).hasToString("AliyunRequest[]");
    }
}
