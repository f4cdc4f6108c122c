package io.passport.verify.smsprovider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.springboot.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration;
import io.github.resilience4j.springboot.timelimiter.autoconfigure.TimeLimiterAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;

/** With {@code application.yml} and no account but that of each test. */
class SmsProviderConfigurationTests {

    @Test
    void startWhenAVendorIsNotUsedThenItNeedsNoAccount() {
        with(
                        "passport.sms.providers=aliyun",
                        "passport.aliyun.access-key-id=id",
                        "passport.aliyun.access-key-secret=secret",
                        "passport.aliyun.sign-name=name",
                        "passport.aliyun.template-code=SMS_1",
                        // an empty file in /run/secrets
                        "passport.yuntongxun.auth-token=")
                .run(context -> assertThat(context).getBean(SmsProvider.class).isInstanceOf(Failover.class));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "passport.sms.providers=                | passport.sms.providers is empty: no SMS could be sent",
                "passport.sms.providers=aliyun,aliyun/2 | passport.sms.providers names a vendor twice",
                "passport.sms.providers=aliyun/0        | passport.sms.providers needs a weight over 0",
                "passport.sms.providers=aliyun/-1       | passport.sms.providers: a weight is 0 or more",
                "passport.sms.providers=nobody          | passport.sms.providers: unknown vendor nobody, known are aliyun, tencent, yuntongxun",
                "passport.sms.providers=yuntongxun      | passport.yuntongxun.account-sid is not set",
                "passport.sms.providers=aliyun          | passport.aliyun.access-key-id is not set",
                "passport.sms.providers=tencent         | passport.tencent.secret-id is not set"
            })
    void startWhenASettingIsInvalidThenNamesIt(String setting, String message) {
        assertFails(message, setting);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "passport.tencent.timeout=4s | passport.tencent.timeout",
                "passport.sms.timeout=3s         | passport.sms.timeout",
                "passport.sms.timeout=4500ms     | passport.tencent.connect-timeout (PT1S) +",
                "passport.gateway-timeout=4s      | passport.gateway-timeout"
            })
    void startWhenATimeoutIsTooLongThenNamesIt(String setting, String message) {
        assertFails(
                message,
                setting,
                "passport.sms.providers=tencent/1,aliyun/0",
                "passport.tencent.secret-id=id",
                "passport.tencent.secret-key=key",
                "passport.tencent.sdk-app-id=1",
                "passport.tencent.sign-name=name",
                "passport.tencent.template-id=1",
                "passport.aliyun.access-key-id=id",
                "passport.aliyun.access-key-secret=secret",
                "passport.aliyun.sign-name=name",
                "passport.aliyun.template-code=SMS_1");
    }

    private static void assertFails(String message, String... settings) {
        with(settings)
                .run(context -> assertThat(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()))
                        .hasMessageContaining(message));
    }

    private static ApplicationContextRunner with(String... settings) {
        return new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withInitializer(context ->
                        context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance()))
                .withConfiguration(AutoConfigurations.of(
                        CircuitBreakerAutoConfiguration.class,
                        TimeLimiterAutoConfiguration.class,
                        Resilience4JAutoConfiguration.class))
                .withUserConfiguration(WithProperties.class)
                .withPropertyValues(settings);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SmsProperties.class)
    @Import(SmsProviderConfiguration.class)
    static class WithProperties {}
}
