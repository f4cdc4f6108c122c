package io.passport.verify.smsprovider;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account at Alibaba Cloud, {@code passport.aliyun}. Prints no secret.
 *
 * @param baseUrl of Dysmsapi
 * @param accessKeyId AccessKey ID of a RAM user that may do no more than {@code dysms:SendSms}
 * @param accessKeySecret its secret
 * @param signName the approved sender's name
 * @param templateCode a template with one place, {@code ${code}}; its text says how long the code is valid
 * @param connectTimeout for reaching the provider
 * @param readTimeout for the whole of an attempt, reaching included
 */
record AliyunSettings(
        @DefaultValue("https://dysmsapi.aliyuncs.com") URI baseUrl,
        String accessKeyId,
        String accessKeySecret,
        String signName,
        String templateCode,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("3s") Duration readTimeout)
        implements Account {

    AliyunSettings {
        Account.requireSet("passport.aliyun.access-key-id", accessKeyId);
        Account.requireSet("passport.aliyun.access-key-secret", accessKeySecret);
        Account.requireSet("passport.aliyun.sign-name", signName);
        Account.requireSet("passport.aliyun.template-code", templateCode);
    }

    @Override
    public SmsProvider provider() {
        return new Aliyun(OneTry.to(this), this, Clock.systemUTC());
    }

    @Override
    public String toString() {
        return "AliyunSettings[" + baseUrl + "]";
    }
}
