package io.passport.verify.smsprovider.tencent;

import io.passport.common.tencentcloud.TencentCloudApi;
import io.passport.verify.smsprovider.SmsProvider;
import io.passport.verify.smsprovider.VendorAccount;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account at Tencent Cloud, {@code passport.tencent}. {@code toString} omits the credentials. If the
 * vendor is used, a missing value ends the start with an {@link IllegalArgumentException} that names the setting.
 *
 * @param baseUrl of the SMS API
 * @param region of the SMS API
 * @param secretId SecretId of a user whose only permission is {@code sms:SendSms}
 * @param secretKey its key
 * @param sdkAppId the SMS application
 * @param signName the approved signature of the sender
 * @param templateId a template with two parameters: the code and how many minutes it is valid
 * @param connectTimeout of connecting
 * @param timeout of a whole attempt, connecting included
 */
record TencentProperties(
        @DefaultValue("https://sms.tencentcloudapi.com") URI baseUrl,
        @DefaultValue("ap-guangzhou") String region,
        String secretId,
        String secretKey,
        String sdkAppId,
        String signName,
        String templateId,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("3s") Duration timeout)
        implements VendorAccount {

    TencentProperties {
        VendorAccount.requireSet("passport.tencent.secret-id", secretId);
        VendorAccount.requireSet("passport.tencent.secret-key", secretKey);
        VendorAccount.requireSet("passport.tencent.sdk-app-id", sdkAppId);
        VendorAccount.requireSet("passport.tencent.sign-name", signName);
        VendorAccount.requireSet("passport.tencent.template-id", templateId);
    }

    @Override
    public SmsProvider provider() {
        return new TencentSmsProvider(api().client(), this);
    }

    private TencentCloudApi api() {
        return new TencentCloudApi(
                "sms", "2021-01-11", region, baseUrl, secretId, secretKey, connectTimeout, timeout, timeout);
    }

    @Override
    public String toString() {
        return "TencentProperties[" + baseUrl + "]";
    }
}
