package io.passport.acceptance.outages;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.DisruptivePassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.passport.PassportProcess;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.ImageCode;
import io.passport.acceptance.visitor.Pictures;
import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.Visitor;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Redis is frozen: sessions, codes and limits fail closed, each with an envelope within 8 s. */
@DisruptivePassportTest
@TestInstance(Lifecycle.PER_CLASS)
class FrozenRedisIT {

    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final LaunchedPassport passport;
    private final PassportProcess redis;
    private final RegisteredUser user;
    private final Visitor visitor;
    private final ImageCode picture;
    private final String mobile;
    private final String smsCode;
    private final String laterMobile;
    private final String laterSmsCode;

    FrozenRedisIT(LaunchedPassport passport) {
        this.passport = passport;
        this.redis = passport.part("redis");
        this.user = RegisteredUser.of(passport);
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
    void assertRecovered() {
        PassportRecovery.of(passport);
        user.assertSignedIn();
    }

    @Test
    void imageCodeWhenRedisIsFrozenThenStorageError() {
        TimedResponse.of(() -> visitor.getImageCode(UUID.randomUUID().toString()))
                .within(LONGEST)
                .isError("4001", "保存图片验证码异常");
    }

    @Test
    void smsWhenRedisIsFrozenThenStorageError() {
        TimedResponse.of(() -> visitor.requestSmsCode(passport.secrets().newMobile(), picture))
                .within(LONGEST)
                .isError("4001")
                .hasNoData();
    }

    @Test
    void registrationWhenRedisIsFrozenThenStorageError() {
        TimedResponse.of(() ->
                        visitor.register(mobile, smsCode, passport.secrets().newPassword()))
                .within(LONGEST)
                .isError("4001", "查询用户信息异常")
                .hasNoData();
    }

    @Test
    void registrationWhenRedisWasFrozenThenTheSmsCodeIsStillValid() {
        Visitor newcomer = Visitor.of(passport);
        newcomer.register(laterMobile, laterSmsCode, passport.secrets().newPassword())
                .isError("4001");
        redis.thaw();
        PassportRecovery.of(passport);
        newcomer.register(laterMobile, laterSmsCode, passport.secrets().newPassword())
                .isOk();
    }

    @Test
    void signInWhenRedisIsFrozenThenStorageError() {
        TimedResponse.of(() -> visitor.signIn(user.mobile(), user.password()))
                .within(LONGEST)
                .isError("4001")
                .hasNoData();
    }

    @Test
    void requestWhenRedisIsFrozenThenUnavailableAndNotSignedOut() {
        isUnavailable(user.visitor().session());
        isUnavailable(user.visitor().profile());
        isUnavailable(user.visitor().changeName("Frozen"));
        isUnavailable(user.visitor().uploadAvatar(Pictures.of("png", 40, 30)));
        isUnavailable(user.visitor().signOut());
    }

    @Test
    void sessionWhenRedisIsFrozenAndThereIsNoTokenThenNotSignedIn() {
        TimedResponse.of(visitor::session).within(LONGEST).isError("4101", "false");
    }

    private static void isUnavailable(ApiResponse response) {
        response.isRejected(503);
        assertThat(response.errno()).isEqualTo("4001");
        assertThat(Integer.parseInt(response.header("retry-after"))).isPositive();
    }
}
