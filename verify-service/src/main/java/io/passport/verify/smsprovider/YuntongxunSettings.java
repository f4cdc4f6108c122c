package io.passport.verify.smsprovider;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account at Yuntongxun, {@code passport.yuntongxun}. Prints no token.
 *
 * @param baseUrl without the API's version
 * @param accountSid ACCOUNT SID of the console
 * @param authToken AUTH TOKEN of the console
 * @param appId the application that pays
 * @param templateId a template with two places: the code and the minutes that it is valid
 * @param connectTimeout for reaching the provider
 * @param readTimeout for the whole of an attempt, reaching included
 */
record YuntongxunSettings(
        @DefaultValue("https://app.cloopen.com:8883") URI baseUrl,
        String accountSid,
        String authToken,
        String appId,
        String templateId,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("3s") Duration readTimeout)
        implements Account {

    YuntongxunSettings {
        Account.requireSet("passport.yuntongxun.account-sid", accountSid);
        Account.requireSet("passport.yuntongxun.auth-token", authToken);
        Account.requireSet("passport.yuntongxun.app-id", appId);
        Account.requireSet("passport.yuntongxun.template-id", templateId);
    }

    @Override
    public SmsProvider provider() {
        return new Yuntongxun(OneTry.to(this), this, Clock.systemUTC());
    }

    @Override
    public String toString() {
        return "YuntongxunSettings[" + baseUrl + "]";
    }
}
