package io.passport.acceptance.contract;

import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.Purpose;
import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.Visitor;
import io.passport.acceptance.visitor.WrongCodes;
import java.time.Duration;
import java.util.Map;

/** Failures of changing or resetting a password, and of changing a mobile. */
final class CredentialFailures {

    private static final int FAILURES_UNTIL_LOCK = 5;
    private static final String CODE = "123456";
    private static final String EXPIRED = "短信验证码已过期";
    private static final String WRONG_CODE = "短信验证码错误";
    private static final String WRONG_PASSWORD = "wrong password";

    private final LaunchedPassport passport;

    CredentialFailures(LaunchedPassport passport) {
        this.passport = passport;
    }

    void addTo(FailureScenarios all) {
        addPasswordChange(all);
        addPasswordReset(all);
        addMobileChange(all);
    }

    private void addPasswordChange(FailureScenarios all) {
        String request = "PUT /user/password";
        all.add(request, "4101", "用户未登录", () -> visitor().put("user/password", Map.of()));
        all.add(
                request,
                "4103",
                "参数不完整",
                () -> newUser().visitor().put("user/password", Map.of("old_password", WRONG_PASSWORD)));
        all.add(
                request,
                "4103",
                "密码长度为 8 到 128 个字符",
                () -> newUser().visitor().changePassword(WRONG_PASSWORD, "seven77"));
        all.add(
                request,
                "4103",
                "新密码不能与旧密码相同",
                () -> newUser().visitor().changePassword(WRONG_PASSWORD, WRONG_PASSWORD));
        all.add(request, "4002", "无效操作", () -> deletedUser().changePassword(WRONG_PASSWORD, newPassword()));
        all.add(request, "4201", "…", () -> {
            RegisteredUser user = newUser();
            for (int i = 0; i < FAILURES_UNTIL_LOCK; i++) {
                user.visitor().changePassword(WRONG_PASSWORD, newPassword());
            }
            return user.visitor().changePassword(user.password(), newPassword()).hasRetryAfterUpTo(60);
        });
        all.add(request, "4106", "旧密码错误", () -> newUser().visitor().changePassword(WRONG_PASSWORD, newPassword()));
    }

    private void addPasswordReset(FailureScenarios all) {
        String request = "POST /passwords";
        all.add(request, "4103", "参数不完整", () -> visitor().post("passwords", Map.of("mobile", "1", "sms_code", "1")));
        all.add(request, "4103", "手机号格式错误", () -> visitor().resetPassword("12800000000", "1", "short"));
        all.add(request, "4103", "密码过于常见，请换一个", () -> visitor().resetPassword(newMobile(), CODE, "Password123"));
        all.add(request, "4002", EXPIRED, () -> visitor().resetPassword(newMobile(), CODE, newPassword()));
        all.add(request, "4004", WRONG_CODE, () -> {
            String mobile = newMobile();
            String code = visitor().smsCodeFor(Purpose.RESET, mobile);
            return visitor().resetPassword(mobile, WrongCodes.otherThan(code), newPassword());
        });
        all.add(request, "4104", "用户不存在或未激活", () -> {
            String mobile = newMobile();
            return visitor().resetPassword(mobile, visitor().smsCodeFor(Purpose.RESET, mobile), newPassword());
        });
        all.add(request, "4104", "该账户已超过 180 天未登录…", () -> {
            RegisteredUser user = newUser();
            passport.database().leaveUnused(user.id(), Duration.ofDays(181));
            String code = visitor().smsCodeFor(Purpose.RESET, user.mobile());
            return visitor().resetPassword(user.mobile(), code, newPassword());
        });
    }

    private void addMobileChange(FailureScenarios all) {
        String request = "PUT /user/mobile";
        all.add(request, "4101", "用户未登录", () -> visitor().put("user/mobile", Map.of()));
        all.add(
                request,
                "4103",
                "参数不完整",
                () -> newUser().visitor().put("user/mobile", Map.of("mobile", "1", "sms_code", "1")));
        all.add(
                request,
                "4103",
                "手机号格式错误",
                () -> newUser().visitor().changeMobile("12800000000", CODE, WRONG_PASSWORD));
        all.add(request, "4103", "新手机号与当前手机号相同", () -> {
            RegisteredUser user = newUser();
            return user.visitor().changeMobile(user.mobile(), CODE, WRONG_PASSWORD);
        });
        all.add(request, "4201", "…", () -> {
            RegisteredUser user = newUser();
            String mobile = newMobile();
            for (int i = 0; i < FAILURES_UNTIL_LOCK; i++) {
                user.visitor().changeMobile(mobile, CODE, WRONG_PASSWORD);
            }
            return user.visitor().changeMobile(mobile, CODE, user.password()).hasRetryAfterUpTo(60);
        });
        all.add(request, "4106", "密码错误", () -> newUser().visitor().changeMobile(newMobile(), CODE, WRONG_PASSWORD));
        all.add(request, "4002", EXPIRED, () -> {
            RegisteredUser user = newUser();
            return user.visitor().changeMobile(newUser().mobile(), CODE, user.password());
        });
        all.add(request, "4004", WRONG_CODE, () -> {
            RegisteredUser user = newUser();
            String mobile = newUser().mobile();
            String code = visitor().smsCodeFor(Purpose.MOBILE, mobile);
            return user.visitor().changeMobile(mobile, WrongCodes.otherThan(code), user.password());
        });
        all.add(request, "4003", "手机号已注册", () -> {
            RegisteredUser user = newUser();
            String mobile = newUser().mobile();
            return user.visitor().changeMobile(mobile, visitor().smsCodeFor(Purpose.MOBILE, mobile), user.password());
        });
    }

    private Visitor deletedUser() {
        RegisteredUser user = newUser();
        passport.database().deleteAccount(user.id());
        return user.visitor();
    }

    private Visitor visitor() {
        return Visitor.of(passport);
    }

    private RegisteredUser newUser() {
        return RegisteredUser.of(passport);
    }

    private String newMobile() {
        return passport.secrets().newMobile();
    }

    private String newPassword() {
        return passport.secrets().newPassword();
    }
}
