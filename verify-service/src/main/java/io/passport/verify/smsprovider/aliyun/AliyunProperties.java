package io.passport.verify.smsprovider.aliyun;

import io.passport.verify.smsprovider.SingleAttemptHttp;
import io.passport.verify.smsprovider.SmsProvider;
import io.passport.verify.smsprovider.VendorAccount;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account at Alibaba Cloud, {@code passport.aliyun}. {@code toString} omits the credentials. If the
 * vendor is used, a missing value ends the start with an {@link IllegalArgumentException} that names the setting.
 *
 * @param baseUrl of Dysmsapi
 * @param accessKeyId AccessKey ID of a RAM user whose only permission is {@code dysms:SendSms}
 * @param accessKeySecret its secret
 * @param signName the approved signature of the sender
 * @param templateCode a template with one parameter, {@code ${code}}; its text says how long the code is valid
 * @param connectTimeout of connecting
 * @param timeout of a whole attempt, connecting included
 */
record AliyunProperties(
        @DefaultValue("https://dysmsapi.aliyuncs.com") URI baseUrl,
        String accessKeyId,
        String accessKeySecret,
        String signName,
        String templateCode,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("3s") Duration timeout)
        implements VendorAccount {

    AliyunProperties {
        VendorAccount.requireSet("passport.aliyun.access-key-id", accessKeyId);
        VendorAccount.requireSet("passport.aliyun.access-key-secret", accessKeySecret);
        VendorAccount.requireSet("passport.aliyun.sign-name", signName);
        VendorAccount.requireSet("passport.aliyun.template-code", templateCode);
    }

    @Override
    public SmsProvider provider() {
        return new AliyunSmsProvider(SingleAttemptHttp.clientOf(this), this, Clock.systemUTC());
    }

    @Override
    public String toString() {
        return "AliyunProperties[" + baseUrl + "]";
    }
}
