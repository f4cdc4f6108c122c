package io.passport.common.trust;

import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Refuses to start outside the local profile with a secret that everybody can read in the source: all of those begin
 * with {@code local-only-}.
 */
final class LocalSecretsGuard implements EnvironmentPostProcessor, Ordered {

    private static final String MARK = "local-only-";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.matchesProfiles("local")) {
            return;
        }
        SortedSet<String> settings = new TreeSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> readable) {
                for (String name : readable.getPropertyNames()) {
                    if (String.valueOf(readable.getProperty(name)).contains(MARK)) {
                        settings.add(name);
                    }
                }
            }
        }
        if (!settings.isEmpty()) {
            throw new LocalSecretException(settings);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
