package io.passport.common.trust;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class LocalSecretsGuardTests {

    private final MockEnvironment environment =
            new MockEnvironment().withProperty("passport.trust.caller-keys.gateway", "local-only-key");

    @Test
    void refusesAndNamesTheSettingWhenALocalSecretIsUsedElsewhere() {
        environment.setActiveProfiles("production");
        assertThatThrownBy(this::check)
                .isInstanceOf(LocalSecretException.class)
                .hasMessageContaining("passport.trust.caller-keys.gateway")
                .hasMessageNotContaining("local-only-key");
    }

    @Test
    void letsTheLocalProfileStart() {
        environment.setActiveProfiles("local");
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    private void check() {
        new LocalSecretsGuard().postProcessEnvironment(environment, new SpringApplication());
    }
}
