package io.passport.acceptance.contract;

import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.Visitor;
import org.jspecify.annotations.Nullable;

/** What scenarios begin with: clients, users and unused values. */
final class Fixture {

    static final int FAILURES_UNTIL_LOCK = 5;
    static final String WRONG_PASSWORD = "a wrong password";
    static final String CODE = "123456";
    static final String NOT_SIGNED_IN = "用户未登录";
    static final String NO_ACCOUNT = "无效操作";
    static final String TOO_OFTEN = "请求过于频繁，请 {retry_after} 秒后再试";
    static final String DORMANT = "该账户已超过 {days} 天未登录，不能仅凭短信验证码登录或重置密码，请使用密码登录，或联系客服";

    private final LaunchedPassport passport;
    private @Nullable Visitor signedIn;

    Fixture(LaunchedPassport passport) {
        this.passport = passport;
    }

    Visitor visitor() {
        return Visitor.of(passport);
    }

    RegisteredUser newUser() {
        return RegisteredUser.of(passport);
    }

    /** The client of a user for requests that fail without effect; always the same one. */
    Visitor signedIn() {
        if (signedIn == null) {
            signedIn = newUser().visitor();
        }
        return signedIn;
    }

    /** The client of an account that was deleted since. */
    Visitor deletedUser() {
        RegisteredUser user = newUser();
        passport.database().deleteAccount(user.id());
        return user.visitor();
    }

    String newMobile() {
        return passport.secrets().newMobile();
    }

    String newPassword() {
        return passport.secrets().newPassword();
    }
}
