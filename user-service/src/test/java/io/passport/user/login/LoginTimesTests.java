package io.passport.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.passport.user.account.Accounts;
import io.passport.user.password.PasswordHashing;
import io.passport.user.password.PasswordVerifier;
import io.passport.user.remote.TimeLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Whether a sign-in starts up only with settings by which it answers before the gateway gives up, after 7 s. */
class LoginTimesTests {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withInitializer(
                    it -> it.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance()))
            .withPropertyValues("passport.gateway-timeout=7s")
            .withUserConfiguration(Settings.class)
            .withBean(TimeLimiterRegistry.class, TimeLimiterRegistry::ofDefaults)
            .withBean(TimeLimits.class)
            .withBean(PasswordHashing.class)
            .withBean(LoginConcurrencyLimit.class)
            .withBean(Accounts.class, () -> mock(Accounts.class))
            .withBean(PasswordVerifier.class, () -> mock(PasswordVerifier.class))
            .withBean(LoginAttempts.class, () -> mock(LoginAttempts.class))
            .withBean(PasswordLogin.class);

    @Test
    void startsWithTheDefaults() {
        context.run(started -> assertThat(started).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passport.password-hashing.max-wait=2750ms",
                "passport.sign-in.failures.max-wait=3750ms",
                "passport.sign-in.failures.reject-delay=4667ms"
            })
    void refusesWhenTheGatewayWouldGiveUpFirst(String setting) {
        context.withPropertyValues(setting)
                .run(started -> assertThat(started)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining(setting.substring(0, setting.indexOf('=')))
                        .hasMessageContaining("passport.gateway-timeout"));
    }

    @ConfigurationPropertiesScan({"io.passport.user.attempts", "io.passport.user.login", "io.passport.user.password"})
    static class Settings {}
}
