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

/** The secrets that verify-service starts with; of the SMS providers, only what those in use need. */
final class VerifyServiceSecrets implements StartupCheck {

    private static final Map<String, List<String>> OF_PROVIDERS = Map.of(
            "yuntongxun", List.of("account-sid", "auth-token", "app-id"),
            "aliyun", List.of("access-key-id", "access-key-secret"),
            "tencent", List.of("secret-id", "secret-key"));

    @Override
    public Stream<Finding> findings(ConfigurableEnvironment environment) {
        Stream<Secret> own = Stream.of(
                Secret.key("passport.internal-calls.caller-keys.gateway"),
                Secret.key("passport.internal-calls.caller-keys.user-service"),
                Secret.key("passport.internal-calls.caller-keys.operator"),
                Secret.key("passport.sms-code.secret"),
                Secret.password("passport.sms-ledger.database-password"),
                Secret.password("spring.data.redis.password"));
        return Stream.concat(own, providers(environment).flatMap(VerifyServiceSecrets::ofProvider))
                .flatMap(secret -> secret.findings(environment));
    }

    /** {@code aliyun/3, tencent/1}, or the same as a list: their names. */
    private static Stream<String> providers(ConfigurableEnvironment environment) {
        return Binder.get(environment)
                .bind("passport.sms.providers", Bindable.listOf(String.class))
                .orElseGet(List::of)
                .stream()
                .map(share -> share.split("/", 2)[0].strip());
    }

    private static Stream<Secret> ofProvider(String provider) {
        return OF_PROVIDERS.getOrDefault(provider, List.of()).stream()
                .map(name -> Secret.password("passport." + provider + "." + name));
    }
}
