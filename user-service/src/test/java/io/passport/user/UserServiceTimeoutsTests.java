package io.passport.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Each value is the smallest that is refused. */
class UserServiceTimeoutsTests {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withInitializer(
                    it -> it.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance()))
            .withPropertyValues(
                    "passport.gateway-timeout=7s",
                    "passport.id-check.secret-id=id",
                    "passport.id-check.secret-key=key",
                    "spring.cloud.openfeign.client.config.default.connect-timeout=500",
                    "spring.cloud.openfeign.client.config.default.read-timeout=2000")
            .withUserConfiguration(Properties.class, UserServiceTimeouts.class)
            .withBean(
                    TimeLimiterRegistry.class,
                    () -> TimeLimiterRegistry.of(TimeLimiterConfig.custom()
                            .timeoutDuration(Duration.ofMillis(5500))
                            .build()));

    @Test
    void startWhenNothingIsSetThenTheDefaultsPass() {
        context.run(started -> assertThat(started).hasNotFailed());
    }

    @ParameterizedTest
    @CsvSource({
        "passport.gateway-timeout=6750ms, passport.gateway-timeout",
        "passport.password-hashing.max-wait=2750ms, passport.password-hashing.max-wait",
        "passport.sign-in.failures.max-wait=3750ms, passport.sign-in.failures.max-wait",
        "passport.sign-in.failures.reject-delay=4167ms, passport.sign-in.failures.reject-delay",
        "passport.id-check.read-timeout=4500ms, passport.id-check",
        "spring.cloud.openfeign.client.config.default.read-timeout=2250, spring.cloud.openfeign.client.config.default"
    })
    void startWhenTheGatewayWouldNotWaitLongEnoughThenTheMessageNamesTheSetting(String setting, String named) {
        context.withPropertyValues(setting)
                .run(started -> assertThat(started)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining(named));
    }

    @Test
    void startWhenTwoHashesTakeTooLongThenTheMessageNamesBoth() {
        context.withPropertyValues(
                        "passport.password-hashing.max-wait=2750ms",
                        "passport.sign-in.failures.max-wait=1s",
                        "spring.cloud.openfeign.client.config.default.read-timeout=500")
                .run(started -> assertThat(started)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("2 × passport.password-hashing.max-wait")
                        .hasMessageContaining("2 × work"));
    }

    @ConfigurationPropertiesScan({"io.passport.user.login", "io.passport.user.password", "io.passport.user.realname"})
    static class Properties {}
}
