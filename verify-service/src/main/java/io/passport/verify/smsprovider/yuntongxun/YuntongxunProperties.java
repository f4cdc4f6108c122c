package io.passport.verify.smsprovider.yuntongxun;

import io.passport.verify.smsprovider.SingleAttemptHttp;
import io.passport.verify.smsprovider.SmsProvider;
import io.passport.verify.smsprovider.VendorAccount;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account at Yuntongxun, {@code passport.yuntongxun}. {@code toString} omits the credentials. If the
 * vendor is used, a missing value ends the start with an {@link IllegalArgumentException} that names the setting.
 *
 * @param baseUrl without the path of the API's version
 * @param accountSid ACCOUNT SID of the console
 * @param authToken AUTH TOKEN of the console
 * @param appId the application that is charged
 * @param templateId a template with two parameters: the code and how many minutes it is valid
 * @param connectTimeout of connecting
 * @param timeout of a whole attempt, connecting included
 */
record YuntongxunProperties(
        @DefaultValue("https://app.cloopen.com:8883") URI baseUrl,
        String accountSid,
        String authToken,
        String appId,
        String templateId,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("3s") Duration timeout)
        implements VendorAccount {

    YuntongxunProperties {
        VendorAccount.requireSet("passport.yuntongxun.account-sid", accountSid);
        VendorAccount.requireSet("passport.yuntongxun.auth-token", authToken);
        VendorAccount.requireSet("passport.yuntongxun.app-id", appId);
        VendorAccount.requireSet("passport.yuntongxun.template-id", templateId);
    }

    @Override
    public SmsProvider provider() {
        return new YuntongxunSmsProvider(SingleAttemptHttp.clientOf(this), this, Clock.systemUTC());
    }

    @Override
    public String toString() {
        return "YuntongxunProperties[" + baseUrl + "]";
    }
}
