package io.passport.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.FileSystemResource;

/**
 * The settings that a service brings itself.
 *
 * @param service the module's name
 * @param always of {@code application.yml}
 * @param local of {@code application-local.yml}: whatever it needs to start, if {@code always} does not say it
 */
record ServiceConfiguration(String service, EnumerablePropertySource<?> always, EnumerablePropertySource<?> local) {

    private static final String LOCAL_SECRET = "local-only-";

    static ServiceConfiguration of(String service) {
        return new ServiceConfiguration(
                service, source(service, "application.yml"), source(service, "application-local.yml"));
    }

    private static EnumerablePropertySource<?> source(String service, String file) {
        Path path = Sources.path(service).resolve("src/main/resources").resolve(file);
        try {
            return (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
                    .load(file, new FileSystemResource(path))
                    .getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What must be secret: all that has a value locally that everybody knows, and the passwords of what it connects to. */
    Set<String> secrets() {
        Set<String> secrets = new TreeSet<>();
        Arrays.stream(local.getPropertyNames()).filter(this::isSecret).forEach(secrets::add);
        if (uses("spring.data.redis.")) {
            secrets.add("spring.data.redis.password");
        }
        if (uses("spring.cloud.nacos.discovery.")) {
            secrets.add("spring.cloud.nacos.discovery.password");
        }
        return secrets;
    }

    /** What has a value for local runs only and is no secret, and the account at Nacos, which has none locally. */
    Set<String> leftOpen() {
        Set<String> open = new TreeSet<>(Arrays.asList(local.getPropertyNames()));
        if (uses("spring.cloud.nacos.discovery.")) {
            open.add("spring.cloud.nacos.discovery.username");
        }
        open.removeIf(this::isSecret);
        open.removeAll(Arrays.asList(always.getPropertyNames()));
        return open;
    }

    /** The services' own settings under these variables, seen as Spring Boot sees them. */
    StandardEnvironment under(Map<String, String> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(machine -> environment.getPropertySources().remove(machine.getName()));
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.copyOf(variables)));
        environment.getPropertySources().addLast(always);
        ConfigurationPropertySources.attach(environment);
        return environment;
    }

    private boolean isSecret(String setting) {
        return Objects.toString(local.getProperty(setting)).startsWith(LOCAL_SECRET);
    }

    private boolean uses(String prefix) {
        return Arrays.stream(local.getPropertyNames()).anyMatch(setting -> setting.startsWith(prefix));
    }
}
