package io.passport.acceptance.contract;

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

    private static final int FAILURES_UNTIL_LOCK = 5;
    private static final String CODE = "123456";
    private static final String EXPIRED = "短信验证码已过期";
    private static final String WRONG = "短信验证码错误";
    private static final String NOT_SIGNED_IN = "用户未登录";

    private final LaunchedPassport passport;

    SignInFailures(LaunchedPassport passport) {
        this.passport = passport;
    }

    void addTo(FailureScenarios all) {
        addRegistration(all);
        addPassword(all);
        addSms(all);
        addSessions(all);
    }

    private void addRegistration(FailureScenarios all) {
        String request = "POST /users";
        all.add(request, "4103", "参数不完整", () -> visitor().post("users", Map.of("mobile", "1", "sms_code", "1")));
        all.add(request, "4103", "手机号格式错误", () -> visitor().register("12800000000", "1", "short"));
        all.add(request, "4103", "短信验证码格式错误", () -> visitor().register(newMobile(), "12345a", "short"));
        all.add(request, "4103", "密码长度为 8 到 128 个字符", () -> visitor().register(newMobile(), CODE, "seven77"));
        all.add(request, "4103", "密码过于常见，请换一个", () -> visitor().register(newMobile(), CODE, "password123"));
        all.add(request, "4002", EXPIRED, () -> visitor().register(newUser().mobile(), CODE, newPassword()));
        all.add(request, "4004", WRONG, () -> {
            String mobile = newUser().mobile();
            String code = visitor().smsCodeFor(Purpose.REGISTER, mobile);
            return visitor().register(mobile, WrongCodes.otherThan(code), newPassword());
        });
        all.add(request, "4003", "手机号已注册", () -> {
            String mobile = newUser().mobile();
            return visitor().register(mobile, visitor().smsCodeFor(Purpose.REGISTER, mobile), newPassword());
        });
    }

    private void addPassword(FailureScenarios all) {
        String request = "POST /sessions";
        all.add(request, "4103", "参数不完整", () -> visitor().post("sessions", Map.of("mobile", "1")));
        all.add(request, "4103", "手机号格式错误", () -> visitor().signIn("12800000000", "wrong password"));
        all.add(
                request,
                "4103",
                "密码和短信验证码只能用一个",
                () -> visitor()
                        .post(
                                "sessions",
                                Map.of("mobile", newMobile(), "password", "wrong password", "sms_code", CODE)));
        all.add(request, "4201", "…", () -> {
            String mobile = newMobile();
            for (int i = 0; i < FAILURES_UNTIL_LOCK; i++) {
                visitor().signIn(mobile, "wrong password");
            }
            return visitor().signIn(mobile, "wrong password").hasRetryAfterUpTo(60);
        });
        all.add(request, "4004", "用户名或密码错误", () -> visitor().signIn(newUser().mobile(), "wrong password"));
    }

    private void addSms(FailureScenarios all) {
        String request = "POST /sessions";
        all.add(request, "4002", EXPIRED, () -> visitor().signInBySms(newMobile(), CODE));
        all.add(request, "4004", WRONG, () -> {
            String mobile = newMobile();
            String code = visitor().smsCodeFor(Purpose.LOGIN, mobile);
            return visitor().signInBySms(mobile, WrongCodes.otherThan(code));
        });
        all.add(request, "4104", "用户不存在或未激活", () -> {
            String mobile = newMobile();
            return visitor().signInBySms(mobile, visitor().smsCodeFor(Purpose.LOGIN, mobile));
        });
        all.add(request, "4104", "该账户已超过 180 天未登录…", () -> {
            RegisteredUser user = newUser();
            passport.database().leaveUnused(user.id(), Duration.ofDays(181));
            return visitor().signInBySms(user.mobile(), visitor().smsCodeFor(Purpose.LOGIN, user.mobile()));
        });
    }

    private void addSessions(FailureScenarios all) {
        all.add("GET /session", "4101", "false", () -> visitor().session());
        all.add("GET /sessions", "4101", NOT_SIGNED_IN, () -> visitor().get("sessions"));
        all.add("DELETE /sessions", "4101", NOT_SIGNED_IN, () -> visitor().send("DELETE", "sessions", null));
        all.add("DELETE /sessions/{id}", "4101", NOT_SIGNED_IN, () -> endSession(visitor(), "unknown"));
        all.add("DELETE /sessions/{id}", "4002", "无数据", () -> {
            Visitor other = newUser().visitor();
            String id = other.get("sessions").isOk().data().get(0).get("id").asString();
            return endSession(newUser().visitor(), id);
        });
    }

    private static ApiResponse endSession(Visitor visitor, String id) {
        return visitor.send("DELETE", "sessions/" + id, null);
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
