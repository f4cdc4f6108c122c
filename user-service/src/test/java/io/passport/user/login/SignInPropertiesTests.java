package io.passport.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SignInPropertiesTests {

    @Test
    void bindWhenNothingIsSetThenTheDefaultsHold() {
        SignInProperties defaults = bind(Map.of());
        assertThat(defaults.maxConcurrent()).isEqualTo(2000);
        assertThat(defaults.failures().passwordPolicy().failures()).isEqualTo(5);
        assertThat(defaults.failures().networkPolicy().failures()).isEqualTo(100);
        assertThat(defaults.failures().longestRejectDelay()).isEqualTo(Duration.ofMillis(1500));
    }

    @ParameterizedTest
    @CsvSource({
        "max-concurrent, 0",
        "dormant-after, 23h",
        "failures.per-mobile, 0",
        "failures.per-network, 0",
        "failures.numbers-per-network, 0",
        "failures.network-within, 0s",
        "failures.locks, 24h",
        "failures.max-wait, -1s",
        "failures.reject-delay, -1s"
    })
    void bindWhenASettingMakesNoSenseThenTheMessageNamesIt(String setting, String value) {
        assertThatThrownBy(() -> bind(Map.of("passport.sign-in." + setting, value)))
                .hasStackTraceContaining("IllegalArgumentException")
                .hasStackTraceContaining("passport.sign-in." + setting.replaceFirst("(?<=failures)[.].*", ""));
    }

    private static SignInProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("passport.sign-in", SignInProperties.class);
    }
}
