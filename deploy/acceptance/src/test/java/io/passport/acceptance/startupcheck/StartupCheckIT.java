package io.passport.acceptance.startupcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.PassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts the built services without the local profile and reads the findings of their start-up checks. */
@PassportTest
class StartupCheckIT {

    private static final String SERVER = "spring.cloud.nacos.discovery.server-addr: ";

    /** No server, and no waiting for one. */
    private static final Map<String, String> NO_NACOS = Map.of(
            "PASSPORT_NACOS_HOST", "127.0.0.1", "PASSPORT_NACOS_PORT", "1", "PASSPORT_STARTUPCHECK_NACOSTIMEOUT", "0s");

    private final LaunchedPassport passport;

    @TempDir
    private Path home;

    StartupCheckIT(LaunchedPassport passport) {
        this.passport = passport;
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "verify-service", "user-service", "media-service"})
    void serviceWhenItHasNoSettingsThenItEndsAndNamesThemAll(String service) throws Exception {
        List<String> said = ServiceProcess.of(service).linesOf(NO_NACOS);
        assertThat(said)
                .contains(
                        "passport.internal-calls.caller-keys.gateway: is empty; set a random one of at least 32 characters",
                        "spring.cloud.nacos.discovery.username: is empty;"
                                + " name the account that Nacos has for this service")
                .noneMatch(line -> line.contains("\tat "));
    }

    @Test
    void gatewayWhenNacosHasNoAuthenticationThenThatIsTheOnlyFinding() throws Exception {
        assertThat(findings(passport.port("nacos")))
                .containsExactly(SERVER + "Nacos answers there without authentication;"
                        + " set nacos.core.auth.enabled=true on that server");
    }

    @Test
    void gatewayWhenNacosHasTheKeysOfItsDocumentationThenThoseAreTheOnlyFindings() throws Exception {
        try (NacosProcess nacos = NacosProcess.withKeysOfTheDocumentation(home)) {
            nacos.addAccount("passport");
            assertThat(findings(nacos.port()))
                    .containsExactly(
                            SERVER + "Nacos accepts tokens there that are signed with a key of its documentation;"
                                    + " give that server a nacos.core.auth.plugin.nacos.token.secret.key of your own",
                            SERVER + "Nacos there trusts the server identity of its documentation;"
                                    + " give that server a nacos.core.auth.server.identity.key and"
                                    + " .value of your own");
        }
    }

    @Test
    void gatewayWhenNacosHasItsOwnKeysThenThereIsNoFinding() throws Exception {
        try (NacosProcess nacos = NacosProcess.withKeysOfItsOwn(home)) {
            nacos.addAccount("passport");
            assertThat(ServiceProcess.of("gateway").linesPastStartupChecks(safe(nacos.port())))
                    .noneMatch(StartupCheckIT::saysNotExamined);
        }
    }

    @Test
    void gatewayWhenNacosIsUnavailableThenItStartsAndLogsThatItWasNotExamined() throws Exception {
        Map<String, String> settings = new HashMap<>(safe(passport.port("nacos")));
        settings.putAll(NO_NACOS);
        assertThat(ServiceProcess.of("gateway").linesPastStartupChecks(settings))
                .anyMatch(StartupCheckIT::saysNotExamined);
    }

    private static boolean saysNotExamined(String line) {
        return line.contains("could not be examined");
    }

    private static List<String> findings(int nacosPort) throws Exception {
        return ServiceProcess.of("gateway").linesOf(safe(nacosPort)).stream()
                .filter(line -> line.matches("[a-z.-]+: .+; .+"))
                .toList();
    }

    private static Map<String, String> safe(int nacosPort) {
        return Map.of(
                "PASSPORT_NACOS_HOST", "127.0.0.1",
                "PASSPORT_NACOS_PORT", String.valueOf(nacosPort),
                "SPRING_CLOUD_NACOS_DISCOVERY_USERNAME", "passport",
                "SPRING_CLOUD_NACOS_DISCOVERY_PASSWORD", "a password for this test",
                "SPRING_DATA_REDIS_PASSWORD", "another one for this test",
                "PASSPORT_INTERNALCALLS_CALLERKEYS_GATEWAY", "a key of this test, of 32 letters",
                "PASSPORT_EDGE_TRUSTEDPROXIES", "none");
    }
}
