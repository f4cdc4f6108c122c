package io.passport.common.startupcheck;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Allows only the actuator endpoints health and prometheus over HTTP. Others show settings, dump the heap or stop the service.
 * An unset setting is safe: Spring Boot then exposes only health.
 */
final class ExposedActuatorsCheck implements StartupCheck {

    private static final String SETTING = "management.endpoints.web.exposure.include";
    private static final Set<String> ALLOWED = Set.of("health", "prometheus");

    @Override
    public Stream<Finding> findings(ConfigurableEnvironment environment) {
        List<String> exposed = Binder.get(environment)
                .bind(SETTING, Bindable.listOf(String.class))
                .orElseGet(List::of);
        return ALLOWED.containsAll(exposed)
                ? Stream.empty()
                : Stream.of(new Finding(
                        SETTING,
                        "exposes more than health and prometheus",
                        "set it to health, or to health and prometheus"));
    }
}
