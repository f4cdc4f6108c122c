package io.passport.acceptance.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.PassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.Visitor;
import org.junit.jupiter.api.Test;

/** Responses to a number with an account and to one without are the same. */
@PassportTest
class AccountEnumerationIT {

    private final LaunchedPassport passport;
    private final Visitor visitor;
    private final RegisteredUser user;

    AccountEnumerationIT(LaunchedPassport passport) {
        this.passport = passport;
        this.visitor = Visitor.of(passport);
        this.user = RegisteredUser.of(passport);
    }

    @Test
    void signInWhenThePasswordIsWrongOrTheNumberUnknownThenTheResponsesAreEqual() {
        ApiResponse wrong = visitor.signIn(user.mobile(), passport.secrets().newPassword());
        ApiResponse unknown = visitor.signIn(passport.secrets().newMobile(), user.password());
        wrong.isError("4004", "用户名或密码错误").hasNoData();
        assertEqual(wrong, unknown);
        visitor.session().isError("4101");
    }

    @Test
    void smsCodeWhenTheNumberHasAnAccountOrNotThenTheResponsesAreEqual() {
        passport.redis().forgetSmsSentTo(user.mobile());
        ApiResponse registered = visitor.requestSmsCode(user.mobile(), visitor.imageCode());
        ApiResponse unknown = visitor.requestSmsCode(passport.secrets().newMobile(), visitor.imageCode());
        registered.isOk("发送成功").hasNoData();
        assertEqual(registered, unknown);
    }

    private static void assertEqual(ApiResponse one, ApiResponse other) {
        assertThat(other.body()).isEqualTo(one.body());
        assertThat(other.headers().map().keySet()).isEqualTo(one.headers().map().keySet());
    }
}
