package io.passport.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

/** The start-up checks with the settings of this service, completed as for production, then made unsafe one by one. */
class StartupChecksTests {

    private static final List<String> SAFE = List.of(
            "--passport.internal-calls.caller-keys.gateway=Kq3vX9mB2nT7wL5cR8yH1dF6gJ4sZ0pA",
            "--passport.internal-calls.caller-keys.user-service=q3vX9mB2nT7wL5cR8yH1dF6gJ4sZ0pAK",
            "--passport.internal-calls.caller-keys.operator=9mB2nT7wL5cR8yH1dF6gJ4sZ0pAKq3vXv",
            "--passport.sms-ledger.database-password=B2nT7wL5cR8yH1dF6gJ4sZ0pAKq3vX9m",
            "--passport.sms-code.secret=3vX9mB2nT7wL5cR8yH1dF6gJ4sZ0pAKq",
            "--passport.yuntongxun.account-sid=vX9mB2nT7wL5cR8yH1dF6gJ4sZ0pAKq3",
            "--passport.yuntongxun.auth-token=X9mB2nT7wL5cR8yH1dF6gJ4sZ0pAKq3v",
            "--passport.yuntongxun.app-id=9mB2nT7wL5cR8yH1dF6gJ4sZ0pAKq3vX",
            "--passport.sms.providers=yuntongxun/1, aliyun/0, tencent/0",
            "--passport.aliyun.access-key-id=T7wL5cR8yH1dF6gJ4sZ0pAKq3vX9mB2n",
            "--passport.aliyun.access-key-secret=7wL5cR8yH1dF6gJ4sZ0pAKq3vX9mB2nT",
            "--passport.tencent.secret-id=wL5cR8yH1dF6gJ4sZ0pAKq3vX9mB2nT7",
            "--passport.tencent.secret-key=L5cR8yH1dF6gJ4sZ0pAKq3vX9mB2nT7w",
            "--spring.data.redis.password=mB2nT7wL5cR8yH1dF6gJ4sZ0pAKq3vX9",
            "--spring.cloud.nacos.discovery.server-addr=127.0.0.1:1",
            "--passport.startup-check.nacos-timeout=0s",
            "--spring.cloud.nacos.discovery.username=passport",
            "--spring.cloud.nacos.discovery.password=pAKq3vX9mB2nT7wL5cR8yH1dF6gJ4sZ0");

    @Test
    void startWhenAllIsSafeThenStarts() {
        assertThatCode(StartupChecksTests::start).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    passport.internal-calls.caller-keys.gateway | '' | is empty; set a random one of at least 32 characters
                    passport.internal-calls.caller-keys.gateway | X9mB2nT7wL5cR8yH1dF6gJ4sZ0pA | is shorter than 32 characters; set a random one of at least 32 characters
                    passport.internal-calls.caller-keys.gateway | SecretKey012345678901234567890123456789012345678901234567890123456789 | is a value that everybody knows or guesses; set a random one of at least 32 characters
                    passport.internal-calls.caller-keys.gateway | local-only-some-caller-key-000000000000 | holds a secret of the local profile, which everybody can read; set one of your own
                    passport.internal-calls.caller-keys.user-service | '' | is empty; set a random one of at least 32 characters
                    passport.internal-calls.caller-keys.user-service | X9mB2nT7wL5cR8yH1dF6gJ4sZ0pA | is shorter than 32 characters; set a random one of at least 32 characters
                    passport.internal-calls.caller-keys.user-service | SecretKey012345678901234567890123456789012345678901234567890123456789 | is a value that everybody knows or guesses; set a random one of at least 32 characters
                    passport.internal-calls.caller-keys.user-service | local-only-some-caller-key-000000000000 | holds a secret of the local profile, which everybody can read; set one of your own
                    passport.sms-code.secret | '' | is empty; set a random one of at least 32 characters
                    passport.sms-code.secret | X9mB2nT7wL5cR8yH1dF6gJ4sZ0pA | is shorter than 32 characters; set a random one of at least 32 characters
                    passport.sms-code.secret | SecretKey012345678901234567890123456789012345678901234567890123456789 | is a value that everybody knows or guesses; set a random one of at least 32 characters
                    passport.sms-code.secret | local-only-some-caller-key-000000000000 | holds a secret of the local profile, which everybody can read; set one of your own
                    passport.yuntongxun.account-sid | '' | is empty; set the one that the provider issued
                    passport.yuntongxun.account-sid | 123456 | is shorter than 16 characters; set the one that the provider issued
                    passport.yuntongxun.account-sid | changeme-changeme | is a value that everybody knows or guesses; set the one that the provider issued
                    passport.yuntongxun.auth-token | '' | is empty; set the one that the provider issued
                    passport.yuntongxun.auth-token | 123456 | is shorter than 16 characters; set the one that the provider issued
                    passport.yuntongxun.auth-token | changeme-changeme | is a value that everybody knows or guesses; set the one that the provider issued
                    passport.yuntongxun.app-id | '' | is empty; set the one that the provider issued
                    passport.yuntongxun.app-id | 123456 | is shorter than 16 characters; set the one that the provider issued
                    passport.yuntongxun.app-id | changeme-changeme | is a value that everybody knows or guesses; set the one that the provider issued
                    passport.internal-calls.caller-keys.operator | '' | is empty; set a random one of at least 32 characters
                    passport.internal-calls.caller-keys.operator | X9mB2nT7wL5cR8yH1dF6gJ4sZ0pA | is shorter than 32 characters; set a random one of at least 32 characters
                    passport.sms-ledger.database-password | '' | is empty; set a random one of at least 16 characters
                    passport.sms-ledger.database-password | 123456 | is shorter than 16 characters; set a random one of at least 16 characters
                    passport.aliyun.access-key-secret | '' | is empty; set the one that the provider issued
                    passport.aliyun.access-key-secret | 123456 | is shorter than 16 characters; set the one that the provider issued
                    passport.tencent.secret-key | '' | is empty; set the one that the provider issued
                    passport.tencent.secret-key | 123456 | is shorter than 16 characters; set the one that the provider issued
                    spring.data.redis.password | '' | is empty; set a random one of at least 16 characters
                    spring.data.redis.password | 123456 | is shorter than 16 characters; set a random one of at least 16 characters
                    spring.data.redis.password | changeme-changeme | is a value that everybody knows or guesses; set a random one of at least 16 characters
                    management.server.port | '' | actuators would be on the public port; set another port than server.port
                    management.server.port | 8081 | actuators would be on the public port; set another port than server.port
                    management.endpoints.web.exposure.include | '*' | exposes more than health and prometheus; set it to health
                    management.endpoints.web.exposure.include | health,env | exposes more than health and prometheus; set it to health
                    spring.cloud.nacos.discovery.username | '' | is empty; name the account that Nacos has for this service
                    spring.cloud.nacos.discovery.password | '' | is empty; set a random one of at least 16 characters
                    spring.cloud.nacos.discovery.password | nacos | is shorter than 16 characters; set a random one of at least 16 characters
                    """)
    void startWhenASettingIsUnsafeThenNamesIt(String setting, String value, String finding) {
        assertThatThrownBy(() -> start("--" + setting + "=" + value)).hasMessage(setting + ": " + finding);
    }

    /** So that none is forgotten which a feature adds. */
    @ParameterizedTest
    @MethodSource("secretsOfTheLocalProfile")
    void startWhenALocalSecretIsSetThenNamesIt(String setting) {
        assertThatThrownBy(() -> start("--" + setting + "=")).hasMessageStartingWith(setting + ": is empty; ");
    }

    static Stream<String> secretsOfTheLocalProfile() throws Exception {
        EnumerablePropertySource<?> local = (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
                .load("local", new ClassPathResource("application-local.yml"))
                .getFirst();
        return Arrays.stream(local.getPropertyNames())
                .filter(name -> String.valueOf(local.getProperty(name)).startsWith("local-only-"));
    }

    @Test
    void startWhenAVendorIsNotUsedThenItsCredentialsAreNotRequired() {
        assertThat(start(
                        "--passport.sms.providers=aliyun",
                        "--passport.yuntongxun.auth-token=",
                        "--passport.tencent.secret-id="))
                .isTrue();
    }

    @Test
    void startWhenVendorsAreAListThenTheirCredentialsAreRequired() {
        assertThatThrownBy(() -> start(
                        "--passport.sms.providers[0]=aliyun",
                        "--passport.sms.providers[1]=tencent/0",
                        "--passport.aliyun.access-key-secret=",
                        "--passport.tencent.secret-id="))
                .message()
                .hasLineCount(2)
                .contains("passport.aliyun.access-key-secret: is empty", "passport.tencent.secret-id: is empty");
    }

    @Test
    void startWhenSeveralSettingsAreUnsafeThenNamesAll() {
        assertThatThrownBy(() -> start(
                        "--management.endpoints.web.exposure.include=*",
                        "--passport.internal-calls.caller-keys.gateway=local-only-gateway-caller-key-000000000",
                        "--spring.cloud.nacos.discovery.username="))
                .message()
                .hasLineCount(3)
                .contains("exposure.include: ", "caller-keys.gateway: ", "discovery.username: ")
                .doesNotContain("local-only-");
    }

    @Test
    void startWhenTheProfileIsLocalThenChecksNothing() {
        assertThat(start("--spring.profiles.active=local", "--management.endpoints.web.exposure.include=*"))
                .isTrue();
    }

    /** As far as beans, of which there is none here. */
    private static boolean start(String... spoiled) {
        Stream<String> kept = SAFE.stream()
                .filter(argument ->
                        Arrays.stream(spoiled).noneMatch(other -> nameIn(other).equals(nameIn(argument))));
        String[] arguments = Stream.concat(kept, Arrays.stream(spoiled)).toArray(String[]::new);
        try (var context = new SpringApplicationBuilder(StartupChecksTests.class)
                .web(WebApplicationType.NONE)
                .run(arguments)) {
            return context.isActive();
        }
    }

    /** Of a list, without the index. */
    private static String nameIn(String argument) {
        return argument.substring(0, argument.indexOf('=')).replaceFirst("\\[\\d+]$", "");
    }
}
