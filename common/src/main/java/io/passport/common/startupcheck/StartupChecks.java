package io.passport.common.startupcheck;

import java.util.List;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

/**
 * Ends the start outside the local profile when a {@link StartupCheck} finds something, and reports all findings at once in an
 * {@link UnsafeSettingsException}. Spring Boot calls it once, after all settings are loaded and before they are used.
 */
final class StartupChecks implements EnvironmentPostProcessor, Ordered {

    private static final String LOCAL = "local";

    private final DeferredLogFactory logs;

    /** @param logs defers log lines until logging is set up */
    StartupChecks(DeferredLogFactory logs) {
        this.logs = logs;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.matchesProfiles(LOCAL)) {
            return;
        }
        List<Finding> findings = SpringFactoriesLoader.forDefaultResourceLocation(application.getClassLoader())
                .load(StartupCheck.class, ArgumentResolver.of(DeferredLogFactory.class, logs))
                .stream()
                .flatMap(check -> check.findings(environment))
                .distinct()
                .toList();
        if (!findings.isEmpty()) {
            throw new UnsafeSettingsException(findings);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
