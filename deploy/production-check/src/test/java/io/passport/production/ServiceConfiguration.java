package io.passport.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.CompositePropertySource;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.FileSystemResource;

/**
 * The settings in a service's own files.
 *
 * @param service the module's name
 * @param always the settings in {@code application.yml}, and in {@code passport-service.yml} when it imports that
 * @param local the settings of the local profile
 */
record ServiceConfiguration(String service, EnumerablePropertySource<?> always, EnumerablePropertySource<?> local) {

    private static final String LOCAL_SECRET = "local-only-";
    /** Settings of verify-service whose {@code @DefaultValue} is right for production. */
    private static final Set<String> WITH_DEFAULT_IN_CODE =
            Set.of("passport.aliyun.base-url", "passport.tencent.base-url", "passport.sms-limit.per-network");

    private static final String IMPORT = "classpath:passport-service.yml";

    static ServiceConfiguration of(String service) {
        List<PropertySource<?>> own = documents(service, "application.yml");
        List<PropertySource<?>> shared = Objects.equals(own.getFirst().getProperty("spring.config.import"), IMPORT)
                ? documents("common", "passport-service.yml")
                : List.of();
        return new ServiceConfiguration(
                service,
                together("always", own.reversed(), shared.stream().limit(1).toList()),
                together(
                        "local",
                        documents(service, "application-local.yml"),
                        shared.stream().skip(1).toList()));
    }

    private static List<PropertySource<?>> documents(String module, String file) {
        Path path = Sources.path(module).resolve("src/main/resources").resolve(file);
        try {
            return new YamlPropertySourceLoader().load(file, new FileSystemResource(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EnumerablePropertySource<?> together(
            String name, List<PropertySource<?>> first, List<PropertySource<?>> second) {
        CompositePropertySource all = new CompositePropertySource(name);
        first.forEach(all::addPropertySource);
        second.forEach(all::addPropertySource);
        return all;
    }

    /** Settings with a public secret in the local profile, and the passwords of Redis and Nacos if it uses them. */
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

    /** What production must set besides secrets: settings with a value in the local profile only, and Nacos's user name. */
    Set<String> settingsWithoutProductionValue() {
        Set<String> open = new TreeSet<>(Arrays.asList(local.getPropertyNames()));
        if (uses("spring.cloud.nacos.discovery.")) {
            open.add("spring.cloud.nacos.discovery.username");
        }
        open.removeIf(setting -> isSecret(setting) || setting.startsWith("spring.config."));
        open.removeAll(Arrays.asList(always.getPropertyNames()));
        open.removeAll(WITH_DEFAULT_IN_CODE);
        return open;
    }

    /** The service's settings, overridden by these environment variables as Spring Boot does it. */
    StandardEnvironment withVariables(Map<String, String> variables) {
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
