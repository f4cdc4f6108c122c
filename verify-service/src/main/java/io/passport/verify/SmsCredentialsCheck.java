package io.passport.verify;

import io.passport.common.startupcheck.Finding;
import io.passport.common.startupcheck.Secret;
import io.passport.common.startupcheck.StartupCheck;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/** Checks the credentials of the SMS providers in use. */
final class SmsCredentialsCheck implements StartupCheck {

    private static final Map<String, List<String>> OF_PROVIDERS = Map.of(
            "yuntongxun", List.of("account-sid", "auth-token", "app-id"),
            "aliyun", List.of("access-key-id", "access-key-secret"),
            "tencent", List.of("secret-id", "secret-key"));

    @Override
    public Stream<Finding> findings(ConfigurableEnvironment environment) {
        return providers(environment)
                .flatMap(SmsCredentialsCheck::ofProvider)
                .flatMap(secret -> secret.findings(environment));
    }

    /** The names in {@code aliyun/3, tencent/1}, which may be a list too. */
    private static Stream<String> providers(ConfigurableEnvironment environment) {
        return Binder.get(environment)
                .bind("passport.sms.providers", Bindable.listOf(String.class))
                .orElseGet(List::of)
                .stream()
                .map(share -> share.split("/", 2)[0].strip());
    }

    private static Stream<Secret> ofProvider(String provider) {
        return OF_PROVIDERS.getOrDefault(provider, List.of()).stream()
                .map(name -> Secret.credential("passport." + provider + "." + name));
    }
}
