package io.passport.acceptance.outages;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.DisturbsPassport;
import io.passport.acceptance.stack.Part;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.Crowd;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Pictures;
import io.passport.acceptance.visitor.Visitor;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** MariaDB stands still: {@code 4001} in each operation's own words, in time. */
@DisturbsPassport
@TestInstance(Lifecycle.PER_CLASS)
class FrozenMariaDbIT {

    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final Passport passport;
    private final Part mariaDb;
    private final Member member;
    private final Visitor visitor;
    private final String mobile;
    private final String smsCode;
    private final String newPassword;

    FrozenMariaDbIT(Passport passport) {
        this.passport = passport;
        this.mariaDb = passport.part("mariadb");
        this.member = Member.of(passport);
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

    /** A code that was taken for a registration that then failed is given back. */
    @AfterAll
    void recovers() {
        Recovery.of(passport);
        member.isSignedIn();
        visitor.register(mobile, smsCode, newPassword).isOk();
    }

    @Test
    void registrationWhenMariaDbIsFrozenThenStorageError() {
        refuses(Timed.of(() -> visitor.register(mobile, smsCode, newPassword)), "查询用户信息异常");
    }

    @Test
    void loginWhenMariaDbIsFrozenThenStorageError() {
        refuses(Timed.of(() -> visitor.logIn(member.mobile(), member.password())), "数据库查询错误");
    }

    @Test
    void readsWhenMariaDbIsFrozenThenStorageError() {
        refuses(Timed.of(() -> member.visitor().profile()), "数据库查询错误");
        refuses(Timed.of(() -> member.visitor().verified()), "数据库查询错误");
        refuses(Timed.of(() -> member.visitor().session()), "数据库查询错误");
    }

    @Test
    void renamingWhenMariaDbIsFrozenThenStorageError() {
        refuses(Timed.of(() -> member.visitor().rename("Frozen")), "保存用户信息失败");
    }

    @Test
    void verificationWhenMariaDbIsFrozenThenStorageError() {
        refuses(
                Timed.of(() -> member.visitor()
                        .verify(
                                passport.secrets().newRealName(),
                                passport.secrets().newIdCard())),
                "保存用户实名信息异常");
    }

    @Test
    void uploadWhenMariaDbIsFrozenThenStorageError() {
        Timed.of(() -> member.visitor().uploadAvatar(Pictures.of("png", 40, 30)))
                .within(Duration.ofSeconds(16))
                .isRefusal("4001")
                .hasNoData();
    }

    @Test
    void logoutWhenMariaDbIsFrozenThenItNeedsNoMariaDb() {
        mariaDb.thaw();
        Recovery.of(passport);
        Visitor other = member.elsewhere(passport);
        mariaDb.freeze();
        Timed.of(other::logOut).within(LONGEST).isOk();
    }

    /** More callers than there are connections: nobody waits longer than the others. */
    @Test
    void readsWhenMariaDbIsFrozenAndManyComeThenEachIsAnswered() {
        assertThat(Crowd.atOnce(Crowd.each(() -> member.visitor()), caller -> Timed.of(caller::profile)))
                .allSatisfy(timed -> {
                    Answer answer = timed.within(LONGEST);
                    assertThat(answer.status()).isIn(200, 503);
                    assertThat(answer.errno()).isIn("4001", "4500");
                });
    }

    private static void refuses(Timed timed, String errmsg) {
        timed.within(LONGEST).isRefusal("4001", errmsg).hasNoData();
    }
}
