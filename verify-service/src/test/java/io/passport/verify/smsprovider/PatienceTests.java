package io.passport.verify.smsprovider;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTests {

    @Test
    void acceptsWaitsThatEndFromTheInsideOut() {
        assertThatCode(() -> check(1, 2, 3, 4, 5)).doesNotThrowAnyException();
    }

    @Test
    void namesTheSettingsThatAreInTheWrongOrder() {
        assertThatThrownBy(() -> check(2, 2, 3, 4, 5)).hasMessageContaining("passport.aliyun.connect-timeout");
        assertThatThrownBy(() -> check(1, 3, 3, 4, 5)).hasMessageContaining("passport.aliyun.read-timeout");
        assertThatThrownBy(() -> check(1, 2, 4, 4, 5))
                .hasMessageContaining(
                        "resilience4j.timelimiter.instances.aliyun.timeout-duration (PT4S) must be shorter")
                .hasMessageContaining("passport.sms.deadline");
        assertThatThrownBy(() -> check(1, 2, 3, 5, 5)).hasMessageContaining("passport.gateway-timeout");
    }

    @Test
    void namesTheSettingsThatLeaveNoTimeForAnother() {
        Patience one = patience("aliyun", 1, 2, 3);
        Patience other = patience("tencent", 1, 2, 4);
        assertThatCode(() -> one.checkThatItLeavesTimeFor(other, Duration.ofSeconds(6)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> one.checkThatItLeavesTimeFor(other, Duration.ofSeconds(5)))
                .hasMessage("passport.aliyun.connect-timeout with "
                        + "resilience4j.timelimiter.instances.tencent.timeout-duration (PT5S) must be shorter than "
                        + "passport.sms.deadline (PT5S)");
    }

    private static void check(int connect, int read, int timeLimit, int deadline, int gateway) {
        patience("aliyun", connect, read, timeLimit).check(Duration.ofSeconds(deadline), Duration.ofSeconds(gateway));
    }

    private static Patience patience(String provider, int connect, int read, int timeLimit) {
        return new Patience(
                provider, Duration.ofSeconds(connect), Duration.ofSeconds(read), Duration.ofSeconds(timeLimit));
    }
}
