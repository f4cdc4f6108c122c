package io.passport.verify.smscode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SmsCodePropertiesTests {

    @Test
    void newWhenTheSecretIsMissingOrShortThenThrows() {
        assertThatThrownBy(() -> new SmsCodeProperties(null, 25)).hasMessageContaining("passport.sms-code.secret");
        assertThatThrownBy(() -> new SmsCodeProperties("short".repeat(6), 25)).hasMessageContaining("32");
        assertThatThrownBy(() -> new SmsCodeProperties("s".repeat(32), 0))
                .hasMessageContaining("max-wrong-tries-per-day");
        assertThat(new SmsCodeProperties("s".repeat(32), 25).toString()).doesNotContain("ss");
    }
}
