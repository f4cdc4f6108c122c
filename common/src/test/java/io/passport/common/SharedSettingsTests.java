package io.passport.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;

/** A module that imports {@code passport-service.yml} as the three services do. */
class SharedSettingsTests {

    @TempDir
    private Path secrets;

    @Test
    void importWhenTheModuleSetsNothingThenTheSharedValueHolds() {
        assertThat(settings().getProperty("server.shutdown")).isEqualTo("graceful");
    }

    @Test
    void importWhenTheModuleSetsAValueThenItWins() {
        assertThat(settings().getProperty("server.max-http-request-header-size"))
                .isEqualTo("8KB");
    }

    @Test
    void importWhenASecretIsAFileThenItWinsOverBoth() throws IOException {
        Files.writeString(secrets.resolve("server.shutdown"), "of the file");
        Files.writeString(secrets.resolve("spring.cloud.nacos.discovery.ip"), "of the file");
        assertThat(settings().getProperty("server.shutdown")).isEqualTo("of the file");
        assertThat(settings().getProperty("spring.cloud.nacos.discovery.ip")).isEqualTo("of the file");
    }

    @Test
    void importWhenTheProfileIsLocalThenSharedLocalValuesHoldBelowTheModules() {
        ConfigurableEnvironment local = settings("local");
        assertThat(local.getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(local.getProperty("spring.cloud.nacos.discovery.ip")).isEqualTo("of the module");
    }

    private ConfigurableEnvironment settings(String... profiles) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "spring.config.location",
                                "classpath:/imports-passport-service/",
                                "secrets",
                                secrets.toString())));
        ConfigDataEnvironmentPostProcessor.applyTo(environment, new DefaultResourceLoader(), null, profiles);
        return environment;
    }
}
