package io.passport.testing.startupcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Starts a service's environment, without beans, with safe settings and then with one unsafe setting at a time. The service's
 * own {@code application.yml} and {@code application-local.yml} are on the class path.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AbstractStartupChecksTests {
    private static final String LOCAL_SECRET = "local-only-";
    private static final String RANDOM = "Kq3vX9mB2nT7wL5cR8yH1dF6gJ4sZ0pA";
    private static final String KNOWN_KEY = "SecretKey012345678901234567890123456789012345678901234567890123456789";
    private static final String NACOS = "spring.cloud.nacos.discovery.";

    /** The service's {@code server.port}. */
    protected abstract int port();

    /** Settings that need a random value of at least 32 characters. */
    protected abstract List<String> keys();

    /** Settings that need a random value of at least 16 characters, without Nacos's password. */
    protected abstract List<String> passwords();

    /** Settings whose value a provider issues. */
    protected List<String> credentials() {
        return List.of();
    }

    /** Further settings that the checks require, as {@code name=value}. */
    protected List<String> safeSettings() {
        return List.of();
    }

    /** Further unsafe settings: name, value, and a part of the finding. */
    protected Stream<Arguments> unsafeSettings() {
        return Stream.empty();
    }

    @Test
    void startWhenAllSettingsAreSafeThenNothingIsFound() {
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource({"unsafeSecrets", "unsafeManagement", "unsafeNacosAccount", "unsafeSettings"})
    void startWhenOneSettingIsUnsafeThenItIsTheOnlyFinding(String setting, String value, String finding) {
        assertThatThrownBy(() -> start(setting + "=" + value))
                .message()
                .startsWith(setting + ": ")
                .contains(finding)
                .hasLineCount(1);
    }

    Stream<Arguments> unsafeSecrets() {
        return Stream.of(keyFaults(), passwordFaults(), credentialFaults()).flatMap(faults -> faults);
    }

    private Stream<Arguments> keyFaults() {
        return keys().stream()
                .flatMap(key -> Stream.of(
                        arguments(key, "", "is empty"),
                        arguments(key, RANDOM.substring(4), "is shorter than 32 characters"),
                        arguments(key, KNOWN_KEY, "at least 32 characters"),
                        arguments(key, LOCAL_SECRET + "some-caller-key-000000000000", "local profile")));
    }

    private Stream<Arguments> passwordFaults() {
        return passwords().stream()
                .flatMap(password -> Stream.of(
                        arguments(password, "", "is empty"),
                        arguments(password, "123456", "is shorter than 16 characters"),
                        arguments(password, "changeme-changeme", "is well known")));
    }

    private Stream<Arguments> credentialFaults() {
        return credentials().stream()
                .flatMap(credential -> Stream.of(
                        arguments(credential, "", "set the one that the provider issued"),
                        arguments(credential, "123456", "is shorter than 16 characters"),
                        arguments(credential, "changeme-changeme", "set the one that the provider issued")));
    }

    Stream<Arguments> unsafeManagement() {
        return Stream.of(
                arguments("management.server.port", "", "server.port"),
                arguments("management.server.port", Integer.toString(port()), "server.port"),
                arguments("management.endpoints.web.exposure.include", "*", "exposes more than"),
                arguments("management.endpoints.web.exposure.include", "health,env", "exposes more than"));
    }

    Stream<Arguments> unsafeNacosAccount() {
        return Stream.of(
                arguments(NACOS + "username", "", "is empty"),
                arguments(NACOS + "password", "", "is empty"),
                arguments(NACOS + "password", "nacos", "is shorter than 16 characters"));
    }

    /** Fails when a feature adds a secret that no check requires. */
    @ParameterizedTest
    @MethodSource("localSecrets")
    void startWhenASecretOfTheLocalProfileIsMissingThenItIsNamed(String setting) {
        assertThatThrownBy(() -> start(setting + "=")).hasMessageStartingWith(setting + ": is empty; ");
    }

    Stream<String> localSecrets() throws IOException {
        EnumerablePropertySource<?> local = (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
                .load("local", new ClassPathResource("application-local.yml"))
                .getFirst();
        return Arrays.stream(local.getPropertyNames())
                .filter(name -> String.valueOf(local.getProperty(name)).startsWith(LOCAL_SECRET));
    }

    @Test
    void startWhenThreeSettingsAreUnsafeThenAllAreNamed() {
        assertThatThrownBy(() -> start(
                        "management.endpoints.web.exposure.include=*",
                        "passport.internal-calls.caller-keys.gateway=local-only-gateway-caller-key-000000000",
                        NACOS + "username="))
                .message()
                .hasLineCount(3)
                .contains("exposure.include: ", "caller-keys.gateway: ", "discovery.username: ")
                .doesNotContain(LOCAL_SECRET);
    }

    @Test
    void startWhenTheLocalProfileIsActiveThenNothingIsFound() {
        assertThat(start("spring.profiles.active=local", "management.endpoints.web.exposure.include=*"))
                .isTrue();
    }

    /**
     * Starts with safe settings, some of which are replaced.
     *
     * @param replaced as {@code name=value}; {@code name[0]=value} replaces all of {@code name}
     * @return true
     * @throws RuntimeException the findings, one in each line
     */
    protected final boolean start(String... replaced) {
        Stream<String> kept = allSafeSettings().stream()
                .filter(setting ->
                        Arrays.stream(replaced).noneMatch(other -> nameOf(other).equals(nameOf(setting))));
        String[] arguments = Stream.concat(kept, Arrays.stream(replaced))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        try (var context = new SpringApplicationBuilder(getClass())
                .web(WebApplicationType.NONE)
                .run(arguments)) {
            return context.isActive();
        }
    }

    private List<String> allSafeSettings() {
        List<String> settings = new ArrayList<>(List.of(
                NACOS + "server-addr=127.0.0.1:1",
                NACOS + "username=passport",
                "passport.startup-check.nacos-timeout=0s"));
        List<String> secrets = new ArrayList<>(keys());
        secrets.addAll(passwords());
        secrets.addAll(credentials());
        secrets.add(NACOS + "password");
        for (int i = 0; i < secrets.size(); i++) {
            int turn = i % RANDOM.length();
            settings.add(secrets.get(i) + "=" + RANDOM.substring(turn) + RANDOM.substring(0, turn));
        }
        settings.addAll(safeSettings());
        return settings;
    }

    private static String nameOf(String setting) {
        return setting.substring(0, setting.indexOf('=')).replaceFirst("\\[\\d+]$", "");
    }
}
