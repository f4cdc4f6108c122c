package io.passport.verify.smsprovider;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * The account at Yuntongxun. Prints no token.
 *
 * @param baseUrl without the API's version
 * @param accountSid ACCOUNT SID of the console
 * @param authToken AUTH TOKEN of the console
 * @param appId the application that pays
 * @param templateId a template with two places: the code and the minutes that it is valid
 * @param connectTimeout for reaching the provider
 * @param readTimeout for the whole of an attempt, reaching included
 */
@ConfigurationProperties("passport.yuntongxun")
record YuntongxunSettings(
        @DefaultValue("https://app.cloopen.com:8883") URI baseUrl,
        String accountSid,
        String authToken,
        String appId,
        String templateId,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("3s") Duration readTimeout) {

    YuntongxunSettings {
        requireSet("account-sid", accountSid);
        requireSet("auth-token", authToken);
        requireSet("app-id", appId);
        requireSet("template-id", templateId);
    }

    private static void requireSet(String setting, @Nullable String value) {
        Assert.hasText(value, () -> "passport.yuntongxun." + setting + " is not set");
    }

    @Override
    public String toString() {
        return "YuntongxunSettings[" + baseUrl + "]";
    }
}
