package io.passport.user.credentials;

import io.passport.common.api.ApiException;
import io.passport.common.api.Envelope;
import io.passport.common.api.ErrorCode;
import io.passport.common.internalcall.Caller;
import io.passport.common.internalcall.SignedInUser;
import io.passport.common.openapi.Failure;
import io.passport.user.account.Account;
import io.passport.user.activity.ActivityLog;
import io.passport.user.activity.ActivityType;
import io.passport.user.device.DeviceName;
import io.passport.user.password.NewPassword;
import io.passport.user.password.Password;
import io.passport.user.sessions.SessionRenewal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code PUT /user/password}. Ends all sessions and starts a new one for the caller. After the change, a failure to write the
 * activity log or to start the new session is only logged: then the user signs in again.
 */
@RestController
class PasswordController {

    private final PasswordChange change;
    private final ActivityLog activity;
    private final SessionRenewal renewal;

    PasswordController(PasswordChange change, ActivityLog activity, SessionRenewal renewal) {
        this.change = change;
        this.activity = activity;
        this.renewal = renewal;
    }

    @Operation(operationId = "changePassword", tags = "账户", summary = "修改密码", description = "其他会话全部退出，当前会话换发新的 Cookie。")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "参数不完整")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "新密码不能与旧密码相同")
    @Failure(value = ErrorCode.NODATA, errmsg = "无效操作")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "密码不能是手机号")
    @Failure(value = ErrorCode.REQERR, errmsg = Failure.RETRY_LATER)
    @Failure(value = ErrorCode.PWDERR, errmsg = "旧密码错误")
    @Failure(ErrorCode.DBERR)
    @PutMapping("/api/v1.0/user/password")
    ResponseEntity<Envelope<@Nullable Void>> change(
            SignedInUser user,
            @RequestBody ChangePasswordRequest request,
            Caller caller,
            @Parameter(hidden = true) DeviceName device) {
        Account changed = change.change(user.id(), request.oldPassword(), request.newPassword(), caller.device());
        activity.record(user.id(), ActivityType.PASSWORD_CHANGED, caller, device);
        return ResponseEntity.ok()
                .headers(renewal.after(changed, caller, device))
                .body(Envelope.ok());
    }

    /** The new password must differ from the old one. */
    record ChangePasswordRequest(Password oldPassword, NewPassword newPassword) {
        ChangePasswordRequest {
            if (oldPassword == null || newPassword == null) {
                throw ApiException.badParameter("参数不完整");
            }
            if (newPassword.password().equals(oldPassword)) {
                throw ApiException.badParameter("新密码不能与旧密码相同");
            }
        }
    }
}
