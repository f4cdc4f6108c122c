package io.passport.user.credentials;

import io.passport.common.api.ApiException;
import io.passport.common.api.Envelope;
import io.passport.common.api.ErrorCode;
import io.passport.common.internalcall.Caller;
import io.passport.common.openapi.Failure;
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

/** {@code POST /passwords}: sets a new password after the old one was forgotten. Starts no session. */
@RestController
class PasswordResetController {

    private final PasswordReset reset;
    private final ActivityLog activity;

    PasswordResetController(PasswordReset reset, ActivityLog activity) {
        this.reset = reset;
        this.activity = activity;
    }

    @Operation(
            operationId = "resetPassword",
            tags = "账户",
            summary = "重置密码",
            description = "短信验证码（用途 reset）正确即重置，所有会话退出。")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "参数不完整")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "密码不能是手机号")
    @Failure(value = ErrorCode.THIRDERR, errmsg = "短信验证服务暂不可用")
    @Failure(value = ErrorCode.NODATA, errmsg = "短信验证码已过期")
    @Failure(value = ErrorCode.DATAERR, errmsg = "短信验证码错误")
    @Failure(ErrorCode.USERERR)
    @Failure(value = ErrorCode.USERERR, errmsg = "该账户已超过 {days} 天未登录，不能仅凭短信验证码登录或重置密码，请使用密码登录，或联系客服")
    @Failure(value = ErrorCode.REQERR, errmsg = Failure.RETRY_LATER)
    @Failure(ErrorCode.DBERR)
    @PostMapping("/api/v1.0/passwords")
    Envelope<@Nullable Void> reset(
            @RequestBody ResetPasswordRequest request, Caller caller, @Parameter(hidden = true) DeviceName device) {
        Account account = reset.reset(request.mobile(), request.smsCode(), request.password());
        activity.record(account.id(), ActivityType.PASSWORD_RESET, caller, device);
        return Envelope.ok();
    }

    record ResetPasswordRequest(Mobile mobile, SmsCode smsCode, NewPassword password) {
        ResetPasswordRequest {
            if (mobile == null || smsCode == null || password == null) {
                throw ApiException.badParameter("参数不完整");
            }
            password.requireOtherThan(mobile);
        }
    }
}
