package io.passport.verify.smsprovider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * The wiring by {@code application.yml} alone: no account is given but what a test gives. The profile is the local one,
 * since elsewhere the doctor speaks first.
 */
class WiringTests {

    @Test
    void needsNoAccountButThatOfWhoIsNamed() {
        try (ConfigurableApplicationContext started = start(
                "passport.sms.providers=aliyun",
                "passport.aliyun.access-key-id=id",
                "passport.aliyun.access-key-secret=secret",
                "passport.aliyun.sign-name=name",
                "passport.aliyun.template-code=SMS_1",
                // an empty file in /run/secrets
                "passport.yuntongxun.auth-token=")) {
            assertThat(started.getBean(SmsProvider.class)).isInstanceOf(Failover.class);
        }
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
    void refusesToStartAndSaysWhichSettingIsWrong(String setting, String message) {
        assertRefused(message, setting);
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
    void refusesToStartWhenSomebodyWaitsTooShort(String setting, String message) {
        assertRefused(
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

    private static void assertRefused(String message, String... settings) {
        assertThatThrownBy(() -> start(settings).close())
                .satisfies(failure -> assertThat(NestedExceptionUtils.getMostSpecificCause(failure))
                        .hasMessageContaining(message));
    }

    private static ConfigurableApplicationContext start(String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.main.banner-mode=off",
                "--spring.config.name=none",
                "--spring.main.lazy-initialization=false",
                "--spring.autoconfigure.exclude=org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
                "--spring.cloud.discovery.enabled=false",
                "--spring.cloud.nacos.discovery.enabled=false",
                "--passport.internal-calls.caller-keys.gateway=0123456789012345678901234567890123456789"));
        List.of(settings).forEach(setting -> arguments.add("--" + setting));
        return new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .profiles("local")
                .initializers(WiringTests::useApplicationYaml)
                .run(arguments.toArray(String[]::new));
    }

    private static void useApplicationYaml(ConfigurableApplicationContext context) {
        MutablePropertySources sources = context.getEnvironment().getPropertySources();
        sources.addLast(documents("application.yml").getLast());
        sources.addLast(documents("passport-service.yml").getFirst());
    }

    private static List<PropertySource<?>> documents(String file) {
        try {
            return new YamlPropertySourceLoader().load(file, new ClassPathResource(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableConfigurationProperties(SmsProperties.class)
    @Import(SmsProviderConfiguration.class)
    static class Wiring {}
}
