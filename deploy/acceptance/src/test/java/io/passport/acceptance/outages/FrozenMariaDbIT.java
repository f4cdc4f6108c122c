package io.passport.acceptance.outages;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.DisruptivePassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.passport.PassportProcess;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.Pictures;
import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.Visitor;
import io.passport.testing.concurrency.Simultaneously;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** MariaDB is frozen: {@code 4001} with the text of each operation, within 8 s. */
@DisruptivePassportTest
@TestInstance(Lifecycle.PER_CLASS)
class FrozenMariaDbIT {

    private static final Duration LONGEST = Duration.ofSeconds(8);

    /** More than a connection pool has connections. */
    private static final int CALLERS = 40;

    private final LaunchedPassport passport;
    private final PassportProcess mariaDb;
    private final RegisteredUser user;
    private final Visitor visitor;
    private final String mobile;
    private final String smsCode;
    private final String newPassword;

    FrozenMariaDbIT(LaunchedPassport passport) {
        this.passport = passport;
        this.mariaDb = passport.part("mariadb");
        this.user = RegisteredUser.of(passport);
        this.visitor = Visitor.of(passport);
        this.mobile = passport.secrets().newMobile();
        this.smsCode = visitor.smsCodeFor(mobile);
        this.newPassword = passport.secrets().newPassword();
    }

    @BeforeEach
    void freeze() {
        mariaDb.freeze();
    }

    @AfterEach
    void thaw() {
        mariaDb.thaw();
    }

    /** The code of a failed registration is released and can be used again. */
    @AfterAll
    void assertRecovered() {
        PassportRecovery.of(passport);
        user.assertSignedIn();
        // 4003 if MariaDB executed the frozen INSERT after the thaw; both need a valid code
        assertThat(visitor.register(mobile, smsCode, newPassword).errno()).isIn("0", "4003");
    }

    @Test
    void registrationWhenMariaDbIsFrozenThenStorageError() {
        rejects(TimedResponse.of(() -> visitor.register(mobile, smsCode, newPassword)), "查询用户信息异常");
    }

    @Test
    void signInWhenMariaDbIsFrozenThenStorageError() {
        rejects(TimedResponse.of(() -> visitor.signIn(user.mobile(), user.password())), "数据库查询错误");
    }

    @Test
    void readsWhenMariaDbIsFrozenThenStorageError() {
        rejects(TimedResponse.of(() -> user.visitor().profile()), "数据库查询错误");
        rejects(TimedResponse.of(() -> user.visitor().realName()), "数据库查询错误");
        rejects(TimedResponse.of(() -> user.visitor().session()), "数据库查询错误");
    }

    @Test
    void renamingWhenMariaDbIsFrozenThenStorageError() {
        rejects(TimedResponse.of(() -> user.visitor().changeName("Frozen")), "保存用户信息失败");
    }

    @Test
    void verificationWhenMariaDbIsFrozenThenStorageError() {
        rejects(
                TimedResponse.of(() -> user.visitor()
                        .verifyRealName(
                                passport.secrets().newRealName(),
                                passport.secrets().newIdCard())),
                "保存用户实名信息异常");
    }

    @Test
    void uploadWhenMariaDbIsFrozenThenStorageError() {
        TimedResponse.of(() -> user.visitor().uploadAvatar(Pictures.of("png", 40, 30)))
                .within(Duration.ofSeconds(16))
                .isError("4001")
                .hasNoData();
    }

    @Test
    void signOutWhenMariaDbIsFrozenThenOk() {
        mariaDb.thaw();
        PassportRecovery.of(passport);
        Visitor other = user.signInElsewhere(passport);
        mariaDb.freeze();
        TimedResponse.of(other::signOut).within(LONGEST).isOk();
    }

    /** With more callers than connections, each is answered in time. */
    @Test
    void readsWhenMariaDbIsFrozenAndManyCallThenEachIsAnsweredInTime() {
        assertThat(Simultaneously.call(
                        CALLERS, i -> TimedResponse.of(() -> user.visitor().profile())))
                .allSatisfy(timed -> {
                    ApiResponse response = timed.within(LONGEST);
                    assertThat(response.status()).isIn(200, 503);
                    assertThat(response.errno()).isIn("4001", "4500");
                });
    }

    private static void rejects(TimedResponse timed, String errmsg) {
        timed.within(LONGEST).isError("4001", errmsg).hasNoData();
    }
}
