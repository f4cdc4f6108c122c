package io.passport.verify.smscode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SmsCodeSettingsTests {

    @Test
    void refusesASecretThatIsMissingOrShortAndPrintsNone() {
        assertThatThrownBy(() -> new SmsCodeSettings(null)).hasMessageContaining("passport.sms-code.secret");
        assertThatThrownBy(() -> new SmsCodeSettings("short".repeat(6))).hasMessageContaining("32");
        assertThat(new SmsCodeSettings("s".repeat(32)).toString()).doesNotContain("ss");
    }
}
