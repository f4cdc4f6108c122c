package io.passport.verify.smsprovider;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTests {

    @Test
    void acceptsWaitsThatEndFromTheInsideOut() {
        assertThatCode(() -> check(1, 2, 3, 4)).doesNotThrowAnyException();
    }

    @Test
    void namesTheSettingsThatAreInTheWrongOrder() {
        assertThatThrownBy(() -> check(2, 2, 3, 4)).hasMessageContaining("passport.yuntongxun.connect-timeout");
        assertThatThrownBy(() -> check(1, 3, 3, 4)).hasMessageContaining("passport.yuntongxun.read-timeout");
        assertThatThrownBy(() -> check(1, 2, 4, 4)).hasMessageContaining("passport.gateway-timeout");
    }

    private static void check(int connect, int read, int timeLimit, int gateway) {
        new Patience(
                        Duration.ofSeconds(connect),
                        Duration.ofSeconds(read),
                        Duration.ofSeconds(timeLimit),
                        Duration.ofSeconds(gateway))
                .check();
    }
}
