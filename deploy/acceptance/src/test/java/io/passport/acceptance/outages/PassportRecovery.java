package io.passport.acceptance.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.Pictures;
import io.passport.acceptance.visitor.RegisteredUser;
import java.time.Duration;

/** Waits until Passport works again after an outage. */
final class PassportRecovery {

    /** The longest open state of a circuit breaker, and several attempts. */
    private static final Duration TIMEOUT = Duration.ofSeconds(45);

    private PassportRecovery() {}

    /** Waits until a new user can use all vendors. */
    static void of(LaunchedPassport passport) {
        await("recovery")
                .atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .untilAsserted(() -> getThroughEverything(passport));
    }

    private static void getThroughEverything(LaunchedPassport passport) {
        RegisteredUser user = RegisteredUser.of(passport);
        // sent by the first vendor, not by a fallback
        assertThat(passport.inbox().sendersTo(user.mobile())).containsExactly("yuntongxun");
        user.visitor().uploadAvatar(Pictures.of("png", 40, 30)).isOk("头像上传成功");
        user.visitor()
                .verifyRealName(
                        passport.secrets().newRealName(), passport.secrets().newIdCard())
                .isOk();
    }
}
