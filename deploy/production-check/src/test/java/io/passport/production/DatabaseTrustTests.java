package io.passport.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that impersonates the database gets no service's password: the services verify its certificate. */
class DatabaseTrustTests {
    private static final String CERTIFICATE = "sslMode=verify-full";
    private static final String ANY_KEY = "allowPublicKeyRetrieval";

    @ParameterizedTest
    @ValueSource(strings = {"verify-service", "user-service"})
    void connectWhenNothingIsSetThenTheCertificateIsVerified(String service) {
        assertThat(url(service, Map.of())).endsWith("&" + CERTIFICATE).doesNotContain(ANY_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify-service", "user-service"})
    void connectWhenOnKubernetesThenTheCertificateIsVerified(String service) throws IOException {
        assertThat(url(service, kubernetes())).endsWith("&" + CERTIFICATE).doesNotContain(ANY_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify-service", "user-service"})
    void connectWhenTheNetworkIsInternalThenTheServersKeyIsRequested(String service) {
        ComposeFile compose = ComposeFile.committed();
        assertThat(url(service, compose.settingsOf(service).variables())).endsWith("&" + ANY_KEY + "=true");
        assertThat(ComposeFile.texts(compose.container("mysql").path("networks")))
                .containsExactly("database")
                .allMatch(compose::isInternal);
    }

    private static String url(String service, Map<String, String> variables) {
        return Objects.requireNonNull(
                ServiceConfiguration.of(service).withVariables(variables).getProperty("spring.datasource.url"));
    }

    private static Map<String, String> kubernetes() throws IOException {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(Manifests.FOLDER.resolve("settings.env"))) {
            settings.load(file);
        }
        return settings.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, settings::getProperty));
    }
}
