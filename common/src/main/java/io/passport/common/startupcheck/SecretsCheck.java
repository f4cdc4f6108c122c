package io.passport.common.startupcheck;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Checks the secrets that a service lists in its {@code application.yml} under {@code passport.startup-check}: {@code keys},
 * {@code passwords} and {@code credentials}. An entry that ends in {@code .*} stands for all values of a map.
 */
final class SecretsCheck implements StartupCheck {

    private static final String ALL = ".*";

    @Override
    public Stream<Finding> findings(ConfigurableEnvironment environment) {
        Binder binder = Binder.get(environment);
        return Stream.of(
                        secrets(binder, "keys", Secret::key),
                        secrets(binder, "passwords", Secret::password),
                        secrets(binder, "credentials", Secret::credential))
                .flatMap(secrets -> secrets)
                .flatMap(secret -> secret.findings(environment));
    }

    private static Stream<Secret> secrets(Binder binder, String list, Function<String, Secret> kind) {
        return binder.bind("passport.startup-check." + list, Bindable.listOf(String.class)).orElseGet(List::of).stream()
                .flatMap(setting -> setting.endsWith(ALL) ? settingsOfMap(binder, setting) : Stream.of(setting))
                .distinct()
                .map(kind);
    }

    private static Stream<String> settingsOfMap(Binder binder, String entry) {
        String map = entry.substring(0, entry.length() - ALL.length());
        return binder.bind(map, Bindable.mapOf(String.class, String.class)).orElseGet(Map::of).keySet().stream()
                .map(key -> map + "." + key);
    }
}
