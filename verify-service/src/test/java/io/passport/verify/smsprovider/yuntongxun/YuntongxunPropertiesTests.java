package io.passport.verify.smsprovider.yuntongxun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.NestedExceptionUtils;

class YuntongxunPropertiesTests {

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "passport.yuntongxun.account-sid", "sid",
            "passport.yuntongxun.auth-token", "the-token",
            "passport.yuntongxun.app-id", "app",
            "passport.yuntongxun.template-id", "1"));

    @Test
    void bindWhenOnlyTheAccountIsSetThenHasDefaultsAndPrintsNoToken() {
        YuntongxunProperties bound = bind();
        assertThat(bound.baseUrl()).hasToString("https://app.cloopen.com:8883");
        assertThat(bound.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(bound.timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(bound.toString()).doesNotContain("the-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"account-sid", "auth-token", "app-id", "template-id"})
    void bindWhenASettingIsMissingThenNamesIt(String setting) {
        settings.remove("passport.yuntongxun." + setting);
        assertThatThrownBy(this::bind)
                .satisfies(failure -> assertThat(NestedExceptionUtils.getMostSpecificCause(failure))
                        .hasMessage("passport.yuntongxun." + setting + " is not set"));
    }

    private YuntongxunProperties bind() {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("passport.yuntongxun", YuntongxunProperties.class);
    }
}
