package io.passport.acceptance.outages;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.DisturbsPassport;
import io.passport.acceptance.stack.Part;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.ImageCode;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Pictures;
import io.passport.acceptance.visitor.Visitor;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Redis stands still: sessions, codes and limits fail closed. Each answer is an envelope, in time. */
@DisturbsPassport
@TestInstance(Lifecycle.PER_CLASS)
class FrozenRedisIT {

    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final Passport passport;
    private final Part redis;
    private final Member member;
    private final Visitor visitor;
    private final ImageCode picture;
    private final String mobile;
    private final String smsCode;
    private final String laterMobile;
    private final String laterSmsCode;

    FrozenRedisIT(Passport passport) {
        this.passport = passport;
        this.redis = passport.part("redis");
        this.member = Member.of(passport);
        this.visitor = Visitor.of(passport);
        this.picture = visitor.imageCode();
        this.mobile = passport.secrets().newMobile();
        this.smsCode = visitor.smsCodeFor(mobile);
        this.laterMobile = passport.secrets().newMobile();
        this.laterSmsCode = visitor.smsCodeFor(laterMobile);
    }

    @BeforeEach
    void freeze() {
        redis.freeze();
    }

    @AfterEach
    void thaw() {
        redis.thaw();
    }

    @AfterAll
    void recovers() {
        Recovery.of(passport);
        member.isSignedIn();
    }

    @Test
    void pictureWhenRedisIsFrozenThenStorageError() {
        Timed.of(() -> visitor.picture(UUID.randomUUID().toString()))
                .within(LONGEST)
                .isRefusal("4001", "保存图片验证码异常");
    }

    @Test
    void smsWhenRedisIsFrozenThenStorageError() {
        Timed.of(() -> visitor.requestSms(passport.secrets().newMobile(), picture))
                .within(LONGEST)
                .isRefusal("4001")
                .hasNoData();
    }

    @Test
    void registrationWhenRedisIsFrozenThenStorageError() {
        Timed.of(() -> visitor.register(mobile, smsCode, passport.secrets().newPassword()))
                .within(LONGEST)
                .isRefusal("4001", "查询用户信息异常")
                .hasNoData();
    }

    @Test
    void registrationWhenRedisIsFrozenThenItsCodeIsGoodAfterTheThaw() {
        Visitor newcomer = Visitor.of(passport);
        newcomer.register(laterMobile, laterSmsCode, passport.secrets().newPassword())
                .isRefusal("4001");
        redis.thaw();
        Recovery.of(passport);
        newcomer.register(laterMobile, laterSmsCode, passport.secrets().newPassword())
                .isOk();
    }

    @Test
    void loginWhenRedisIsFrozenThenStorageError() {
        Timed.of(() -> visitor.logIn(member.mobile(), member.password()))
                .within(LONGEST)
                .isRefusal("4001")
                .hasNoData();
    }

    @Test
    void requestWhenRedisIsFrozenThenNobodyIsLetInAndNobodyIsSaidToBeSignedOut() {
        isUnavailable(member.visitor().session());
        isUnavailable(member.visitor().profile());
        isUnavailable(member.visitor().rename("Frozen"));
        isUnavailable(member.visitor().uploadAvatar(Pictures.of("png", 40, 30)));
        isUnavailable(member.visitor().logOut());
    }

    @Test
    void sessionWhenRedisIsFrozenThenWhoBringsNoTokenNeedsNoRedis() {
        Timed.of(visitor::session).within(LONGEST).isRefusal("4101", "false");
    }

    private static void isUnavailable(Answer answer) {
        answer.isTurnedAway(503);
        assertThat(answer.errno()).isEqualTo("4001");
        assertThat(Integer.parseInt(answer.header("retry-after"))).isPositive();
    }
}
