package io.passport.user.credentials;

import io.passport.common.api.ApiException;
import io.passport.common.api.Envelope;
import io.passport.common.internalcall.Caller;
import io.passport.common.pii.Mobile;
import io.passport.user.account.Account;
import io.passport.user.activity.ActivityLog;
import io.passport.user.activity.ActivityType;
import io.passport.user.device.DeviceName;
import io.passport.user.password.NewPassword;
import io.passport.user.smscode.SmsCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Operation 15: setting another password after the old one was forgotten. It signs nobody in. */
@RestController
class PasswordResetController {

    private final PasswordReset reset;
    private final ActivityLog activity;

    PasswordResetController(PasswordReset reset, ActivityLog activity) {
        this.reset = reset;
        this.activity = activity;
    }

    @Operation(
            tags = "账户",
            summary = "重置密码",
            description = "短信验证码（用途 reset）正确即重置，所有会话退出。失败：4103；4002 短信验证码已过期；4004 短信验证码错误；4104 用户不存在，或长期未登录；4301；4001。")
    @PostMapping("/api/v1.0/passwords")
    Envelope<@Nullable Void> reset(
            @RequestBody ResetPasswordRequest forgotten, Caller caller, @Parameter(hidden = true) DeviceName device) {
        Account account = reset.reset(forgotten.mobile(), forgotten.smsCode(), forgotten.password());
        activity.record(account.id(), ActivityType.PASSWORD_RESET, caller, device);
        return Envelope.ok();
    }

    /** What the client sends. */
    record ResetPasswordRequest(Mobile mobile, SmsCode smsCode, NewPassword password) {
        ResetPasswordRequest {
            if (mobile == null || smsCode == null || password == null) {
                throw ApiException.badParameter("参数不完整");
            }
            password.requireOtherThan(mobile);
        }
    }
}
