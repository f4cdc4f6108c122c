package io.passport.verify.smsprovider;

import io.passport.common.tencentcloud.TencentCloudApi;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account at Tencent Cloud, {@code passport.tencent}. Prints no key.
 *
 * @param baseUrl of its SMS
 * @param region of its SMS
 * @param secretId SecretId of a user that may do no more than {@code sms:SendSms}
 * @param secretKey its key
 * @param sdkAppId the SMS application
 * @param signName the approved sender's name
 * @param templateId a template with two places: the code and the minutes that it is valid
 * @param connectTimeout for reaching the provider
 * @param readTimeout for the whole of an attempt, reaching included
 */
record TencentSettings(
        @DefaultValue("https://sms.tencentcloudapi.com") URI baseUrl,
        @DefaultValue("ap-guangzhou") String region,
        String secretId,
        String secretKey,
        String sdkAppId,
        String signName,
        String templateId,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("3s") Duration readTimeout)
        implements Account {

    TencentSettings {
        Account.requireSet("passport.tencent.secret-id", secretId);
        Account.requireSet("passport.tencent.secret-key", secretKey);
        Account.requireSet("passport.tencent.sdk-app-id", sdkAppId);
        Account.requireSet("passport.tencent.sign-name", signName);
        Account.requireSet("passport.tencent.template-id", templateId);
    }

    @Override
    public SmsProvider provider() {
        return new Tencent(api().client(), this);
    }

    private TencentCloudApi api() {
        return new TencentCloudApi(
                "sms", "2021-01-11", region, baseUrl, secretId, secretKey, connectTimeout, readTimeout, readTimeout);
    }

    @Override
    public String toString() {
        return "TencentSettings[" + baseUrl + "]";
    }
}
