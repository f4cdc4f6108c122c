package io.passport.user.credentials;

import io.passport.common.api.ApiException;
import io.passport.common.api.Envelope;
import io.passport.common.api.ErrorCode;
import io.passport.common.internalcall.Caller;
import io.passport.common.internalcall.SignedInUser;
import io.passport.common.openapi.Failure;
import io.passport.common.pii.Mobile;
import io.passport.user.account.Account;
import io.passport.user.activity.ActivityLog;
import io.passport.user.activity.ActivityType;
import io.passport.user.device.DeviceName;
import io.passport.user.password.Password;
import io.passport.user.sessions.SessionRenewal;
import io.passport.user.smscode.SmsCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code PUT /user/mobile}. Other sessions stay; the caller's is replaced. After the change, a failure to write the activity
 * log or to start the new session is only logged.
 */
@RestController
class MobileController {

    private final MobileChange change;
    private final ActivityLog activity;
    private final SessionRenewal renewal;

    MobileController(MobileChange change, ActivityLog activity, SessionRenewal renewal) {
        this.change = change;
        this.activity = activity;
        this.renewal = renewal;
    }

    @Operation(
            operationId = "changeMobile",
            tags = "账户",
            summary = "更换手机号",
            description = "短信验证码（用途 mobile）发往新手机号。其他会话保留，当前会话换发新的 Cookie。")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "参数不完整")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "密码不能是手机号")
    @Failure(value = ErrorCode.NODATA, errmsg = "无效操作")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "新手机号与当前手机号相同")
    @Failure(value = ErrorCode.REQERR, errmsg = Failure.RETRY_LATER)
    @Failure(value = ErrorCode.PWDERR, errmsg = "密码错误")
    @Failure(value = ErrorCode.THIRDERR, errmsg = "短信验证服务暂不可用")
    @Failure(value = ErrorCode.NODATA, errmsg = "短信验证码已过期")
    @Failure(value = ErrorCode.DATAERR, errmsg = "短信验证码错误")
    @Failure(value = ErrorCode.DATAEXIST, errmsg = "手机号已注册")
    @Failure(ErrorCode.DBERR)
    @PutMapping("/api/v1.0/user/mobile")
    ResponseEntity<Envelope<ChangeMobileResponse>> change(
            SignedInUser user,
            @RequestBody ChangeMobileRequest request,
            Caller caller,
            @Parameter(hidden = true) DeviceName device) {
        Account changed = change.change(user.id(), request.mobile(), request.smsCode(), request.password());
        activity.record(user.id(), ActivityType.MOBILE_CHANGED, caller, device);
        return ResponseEntity.ok()
                .headers(renewal.after(changed, caller, device))
                .body(Envelope.ok(new ChangeMobileResponse(changed.mobile())));
    }

    /** The new number, the code that was sent to it, and the account's password, which must not be the new number. */
    record ChangeMobileRequest(Mobile mobile, SmsCode smsCode, Password password) {
        ChangeMobileRequest {
            if (mobile == null || smsCode == null || password == null) {
                throw ApiException.badParameter("参数不完整");
            }
            password.requireOtherThan(mobile);
        }
    }

    record ChangeMobileResponse(Mobile mobile) {}
}
