package io.passport.acceptance.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Pictures;
import java.time.Duration;

/** Passport as it is again, by itself, some time after something was away. */
final class Recovery {

    /** The longest that a breaker stays open, and some rounds of asking. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private Recovery() {}

    /** Waits until somebody new gets through everything. */
    static void of(Passport passport) {
        await("recovery")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .untilAsserted(() -> getThroughEverything(passport));
    }

    private static void getThroughEverything(Passport passport) {
        Member member = Member.of(passport);
        // not by one who stands in for it
        assertThat(passport.inbox().sendersTo(member.mobile())).containsExactly("yuntongxun");
        member.visitor().uploadAvatar(Pictures.of("png", 40, 30)).isOk("头像上传成功");
        member.visitor()
                .verify(passport.secrets().newRealName(), passport.secrets().newIdCard())
                .isOk();
    }
}
