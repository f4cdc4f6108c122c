package io.passport.verify.smscode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SmsCodeSettingsTests {

    @Test
    void refusesASecretThatIsMissingOrShortAndPrintsNone() {
        assertThatThrownBy(() -> new SmsCodeSettings(null, 25)).hasMessageContaining("passport.sms-code.secret");
        assertThatThrownBy(() -> new SmsCodeSettings("short".repeat(6), 25)).hasMessageContaining("32");
        assertThatThrownBy(() -> new SmsCodeSettings("s".repeat(32), 0)).hasMessageContaining("wrong-tries-a-day");
        assertThat(new SmsCodeSettings("s".repeat(32), 25).toString()).doesNotContain("ss");
    }
}
