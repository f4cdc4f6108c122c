package io.passport.acceptance.contract;

import static io.passport.acceptance.contract.Fixture.CODE;
import static io.passport.acceptance.contract.Fixture.FAILURES_UNTIL_LOCK;
import static io.passport.acceptance.contract.Fixture.NOT_SIGNED_IN;
import static io.passport.acceptance.contract.Fixture.WRONG_PASSWORD;

import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.Purpose;
import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.Visitor;
import io.passport.acceptance.visitor.WrongCodes;
import java.time.Duration;
import java.util.Map;

/** Failures of registration, of signing in and of sessions. */
final class SignInFailures {

    private static final String EXPIRED = "短信验证码已过期";
    private static final String WRONG = "短信验证码错误";

    private final LaunchedPassport passport;
    private final Fixture fixture;

    SignInFailures(LaunchedPassport passport) {
        this.passport = passport;
        this.fixture = new Fixture(passport);
    }

    void addTo(FailureScenarios all) {
        addRegistration(all);
        addPassword(all);
        addSms(all);
        addSessions(all);
    }

    private void addRegistration(FailureScenarios all) {
        String request = "POST /users";
        String mobile = fixture.newMobile();
        Map<String, String> valid = Map.of("mobile", mobile, "sms_code", CODE, "password", fixture.newPassword());
        all.addBody(request, fixture::visitor, valid);
        all.addNewPassword(request, fixture::visitor, valid, "password");
        all.addField(request, fixture::visitor, valid, "password", mobile, "密码不能是手机号");
        all.add(
                request,
                "4002",
                EXPIRED,
                () -> fixture.visitor().register(fixture.newUser().mobile(), CODE, fixture.newPassword()));
        all.add(request, "4004", WRONG, () -> {
            String taken = fixture.newUser().mobile();
            String code = fixture.visitor().smsCodeFor(Purpose.REGISTER, taken);
            return fixture.visitor().register(taken, WrongCodes.otherThan(code), fixture.newPassword());
        });
        all.add(request, "4003", "手机号已注册", () -> {
            String taken = fixture.newUser().mobile();
            String code = fixture.visitor().smsCodeFor(Purpose.REGISTER, taken);
            return fixture.visitor().register(taken, code, fixture.newPassword());
        });
    }

    private void addPassword(FailureScenarios all) {
        String request = "POST /sessions";
        String mobile = fixture.newMobile();
        Map<String, String> valid = Map.of("mobile", mobile, "password", WRONG_PASSWORD);
        all.addBody(request, fixture::visitor, valid);
        all.addUnpairedSurrogate(request, fixture::visitor, "\"mobile\":\"" + mobile + "\"");
        all.addField(request, fixture::visitor, valid, "sms_code", CODE, "密码和短信验证码只能用一个");
        all.add(request, "4201", Fixture.TOO_OFTEN, () -> {
            String locked = fixture.newMobile();
            for (int i = 0; i < FAILURES_UNTIL_LOCK; i++) {
                fixture.visitor().signIn(locked, WRONG_PASSWORD).isError("4004");
            }
            return fixture.visitor().signIn(locked, WRONG_PASSWORD).hasRetryAfterUpTo(60);
        });
        all.add(
                request,
                "4004",
                "用户名或密码错误",
                () -> fixture.visitor().signIn(fixture.newUser().mobile(), WRONG_PASSWORD));
    }

    private void addSms(FailureScenarios all) {
        String request = "POST /sessions";
        all.addBody(request, fixture::visitor, Map.of("mobile", fixture.newMobile(), "sms_code", CODE));
        all.add(request, "4002", EXPIRED, () -> fixture.visitor().signInBySms(fixture.newMobile(), CODE));
        all.add(request, "4004", WRONG, () -> {
            String mobile = fixture.newMobile();
            String code = fixture.visitor().smsCodeFor(Purpose.LOGIN, mobile);
            return fixture.visitor().signInBySms(mobile, WrongCodes.otherThan(code));
        });
        all.add(request, "4104", "用户不存在或未激活", () -> {
            String mobile = fixture.newMobile();
            String code = fixture.visitor().smsCodeFor(Purpose.LOGIN, mobile);
            return fixture.visitor().signInBySms(mobile, code);
        });
        all.add(request, "4104", Fixture.DORMANT, () -> {
            RegisteredUser user = fixture.newUser();
            passport.database().leaveUnused(user.id(), Duration.ofDays(181));
            String code = fixture.visitor().smsCodeFor(Purpose.LOGIN, user.mobile());
            return fixture.visitor().signInBySms(user.mobile(), code);
        });
    }

    private void addSessions(FailureScenarios all) {
        all.add("GET /session", "4101", "false", () -> fixture.visitor().session());
        all.add("GET /session", "4101", "false", () -> fixture.deletedUser().session());
        all.add("GET /sessions", "4101", NOT_SIGNED_IN, () -> fixture.visitor().get("sessions"));
        all.add(
                "DELETE /sessions/others",
                "4101",
                NOT_SIGNED_IN,
                () -> fixture.visitor().send("DELETE", "sessions/others", null));
        all.add("DELETE /sessions/{id}", "4101", NOT_SIGNED_IN, () -> endSession(fixture.visitor(), "unknown"));
        all.add("DELETE /sessions/{id}", "4002", "无数据", () -> endSession(fixture.signedIn(), "unknown"));
        all.add("DELETE /sessions/{id}", "4002", "无数据", () -> {
            String id = fixture.newUser()
                    .visitor()
                    .get("sessions")
                    .isOk()
                    .data()
                    .get(0)
                    .get("id")
                    .asString();
            return endSession(fixture.signedIn(), id);
        });
    }

    private static ApiResponse endSession(Visitor visitor, String id) {
        return visitor.send("DELETE", "sessions/" + id, null);
    }
}
