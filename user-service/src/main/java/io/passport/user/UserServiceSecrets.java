package io.passport.user;

import io.passport.common.startupcheck.Finding;
import io.passport.common.startupcheck.Secret;
import io.passport.common.startupcheck.StartupCheck;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/** The secrets that user-service starts with. */
final class UserServiceSecrets implements StartupCheck {

    private static final String PERSONAL_DATA_KEYS = "passport.personal-data.keys";

    @Override
    public Stream<Finding> findings(ConfigurableEnvironment environment) {
        Stream<Secret> named = Stream.of(
                Secret.key("passport.internal-calls.caller-keys.gateway"),
                Secret.key("passport.internal-calls.caller-keys.user-service"),
                Secret.key("passport.internal-calls.caller-keys.media-service"),
                Secret.key("passport.personal-data.index-key"),
                Secret.password("passport.id-check.secret-id"),
                Secret.password("passport.id-check.secret-key"),
                Secret.password("spring.datasource.password"),
                Secret.password("spring.data.redis.password"));
        return Stream.concat(named, personalDataKeys(environment)).flatMap(secret -> secret.findings(environment));
    }

    /** The one that seals now, which must be there, and the older ones that still open. */
    private static Stream<Secret> personalDataKeys(ConfigurableEnvironment environment) {
        Map<String, String> keys = Binder.get(environment)
                .bind(PERSONAL_DATA_KEYS, Bindable.mapOf(String.class, String.class))
                .orElseGet(Map::of);
        return Stream.concat(
                        Stream.ofNullable(environment.getProperty("passport.personal-data.current-key")),
                        keys.keySet().stream())
                .distinct()
                .map(id -> Secret.key(PERSONAL_DATA_KEYS + "." + id));
    }
}
