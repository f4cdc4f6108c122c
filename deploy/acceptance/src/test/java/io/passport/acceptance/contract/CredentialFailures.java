package io.passport.acceptance.contract;

import static io.passport.acceptance.contract.Fixture.CODE;
import static io.passport.acceptance.contract.Fixture.FAILURES_UNTIL_LOCK;
import static io.passport.acceptance.contract.Fixture.NOT_SIGNED_IN;
import static io.passport.acceptance.contract.Fixture.NO_ACCOUNT;
import static io.passport.acceptance.contract.Fixture.TOO_OFTEN;
import static io.passport.acceptance.contract.Fixture.WRONG_PASSWORD;

import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.Purpose;
import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.RequestBody;
import io.passport.acceptance.visitor.WrongCodes;
import java.time.Duration;
import java.util.Map;

/** Failures of changing or resetting a password, and of changing a mobile. */
final class CredentialFailures {

    private static final String EXPIRED = "短信验证码已过期";
    private static final String WRONG_CODE = "短信验证码错误";
    private static final String PASSWORD_IS_MOBILE = "密码不能是手机号";

    private final LaunchedPassport passport;
    private final Fixture fixture;

    CredentialFailures(LaunchedPassport passport) {
        this.passport = passport;
        this.fixture = new Fixture(passport);
    }

    void addTo(FailureScenarios all) {
        addPasswordChange(all);
        addPasswordReset(all);
        addMobileChange(all);
    }

    private void addPasswordChange(FailureScenarios all) {
        String request = "PUT /user/password";
        Map<String, String> valid = Map.of("old_password", WRONG_PASSWORD, "new_password", fixture.newPassword());
        all.add(
                request,
                "4101",
                NOT_SIGNED_IN,
                () -> fixture.visitor().send("PUT", "user/password", RequestBody.calledJson("[")));
        all.addBody(request, fixture::signedIn, valid);
        all.addNewPassword(request, fixture::signedIn, valid, "new_password");
        all.addField(request, fixture::signedIn, valid, "new_password", WRONG_PASSWORD, "新密码不能与旧密码相同");
        all.add(request, "4103", PASSWORD_IS_MOBILE, () -> {
            RegisteredUser user = fixture.newUser();
            return user.visitor().changePassword(WRONG_PASSWORD, user.mobile());
        });
        all.add(
                request,
                "4002",
                NO_ACCOUNT,
                () -> fixture.deletedUser().changePassword(WRONG_PASSWORD, fixture.newPassword()));
        all.add(request, "4201", TOO_OFTEN, () -> {
            RegisteredUser user = fixture.newUser();
            for (int i = 0; i < FAILURES_UNTIL_LOCK; i++) {
                changePassword(user, WRONG_PASSWORD).isError("4106");
            }
            return changePassword(user, user.password()).hasRetryAfterUpTo(60);
        });
        all.add(request, "4106", "旧密码错误", () -> changePassword(fixture.newUser(), WRONG_PASSWORD));
    }

    private ApiResponse changePassword(RegisteredUser user, String oldPassword) {
        return user.visitor().changePassword(oldPassword, fixture.newPassword());
    }

    private void addPasswordReset(FailureScenarios all) {
        String request = "POST /passwords";
        String mobile = fixture.newMobile();
        Map<String, String> valid = Map.of("mobile", mobile, "sms_code", CODE, "password", fixture.newPassword());
        all.addBody(request, fixture::visitor, valid);
        all.addNewPassword(request, fixture::visitor, valid, "password");
        all.addField(request, fixture::visitor, valid, "password", mobile, PASSWORD_IS_MOBILE);
        all.add(request, "4002", EXPIRED, () -> reset(fixture.newMobile(), CODE));
        all.add(request, "4004", WRONG_CODE, () -> {
            String unknown = fixture.newMobile();
            return reset(unknown, WrongCodes.otherThan(fixture.visitor().smsCodeFor(Purpose.RESET, unknown)));
        });
        all.add(request, "4104", "用户不存在或未激活", () -> {
            String unknown = fixture.newMobile();
            return reset(unknown, fixture.visitor().smsCodeFor(Purpose.RESET, unknown));
        });
        all.add(request, "4104", Fixture.DORMANT, () -> {
            RegisteredUser user = fixture.newUser();
            passport.database().leaveUnused(user.id(), Duration.ofDays(181));
            return reset(user.mobile(), fixture.visitor().smsCodeFor(Purpose.RESET, user.mobile()));
        });
    }

    private ApiResponse reset(String mobile, String code) {
        return fixture.visitor().resetPassword(mobile, code, fixture.newPassword());
    }

    private void addMobileChange(FailureScenarios all) {
        String request = "PUT /user/mobile";
        String mobile = fixture.newMobile();
        Map<String, String> valid = Map.of("mobile", mobile, "sms_code", CODE, "password", WRONG_PASSWORD);
        all.add(
                request,
                "4101",
                NOT_SIGNED_IN,
                () -> fixture.visitor().send("PUT", "user/mobile", RequestBody.calledJson("[")));
        all.addBody(request, fixture::signedIn, valid);
        String others = "\"mobile\":\"%s\",\"sms_code\":\"%s\"".formatted(mobile, CODE);
        all.addUnpairedSurrogate(request, fixture::signedIn, others);
        all.addField(request, fixture::signedIn, valid, "password", mobile, PASSWORD_IS_MOBILE);
        all.add(
                request,
                "4002",
                NO_ACCOUNT,
                () -> fixture.deletedUser().changeMobile(fixture.newMobile(), CODE, WRONG_PASSWORD));
        all.add(request, "4103", "新手机号与当前手机号相同", () -> {
            RegisteredUser user = fixture.newUser();
            return user.visitor().changeMobile(user.mobile(), CODE, WRONG_PASSWORD);
        });
        all.add(request, "4201", TOO_OFTEN, () -> {
            RegisteredUser user = fixture.newUser();
            for (int i = 0; i < FAILURES_UNTIL_LOCK; i++) {
                user.visitor().changeMobile(mobile, CODE, WRONG_PASSWORD).isError("4106");
            }
            return user.visitor().changeMobile(mobile, CODE, user.password()).hasRetryAfterUpTo(60);
        });
        all.add(request, "4106", "密码错误", () -> fixture.newUser().visitor().changeMobile(mobile, CODE, WRONG_PASSWORD));
        all.add(request, "4002", EXPIRED, () -> {
            RegisteredUser user = fixture.newUser();
            return user.visitor().changeMobile(fixture.newUser().mobile(), CODE, user.password());
        });
        all.add(request, "4004", WRONG_CODE, () -> {
            RegisteredUser user = fixture.newUser();
            String taken = fixture.newUser().mobile();
            String code = fixture.visitor().smsCodeFor(Purpose.MOBILE, taken);
            return user.visitor().changeMobile(taken, WrongCodes.otherThan(code), user.password());
        });
        all.add(request, "4003", "手机号已注册", () -> {
            RegisteredUser user = fixture.newUser();
            String taken = fixture.newUser().mobile();
            return user.visitor()
                    .changeMobile(taken, fixture.visitor().smsCodeFor(Purpose.MOBILE, taken), user.password());
        });
    }
}
