package io.passport.user.credentials;

import io.passport.common.api.ApiException;
import io.passport.common.api.Envelope;
import io.passport.common.internalcall.Caller;
import io.passport.common.internalcall.SignedInUser;
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

/** Operation 16: changing the mobile. */
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
            tags = "账户",
            summary = "更换手机号",
            description =
                    "短信验证码（用途 mobile）发往新手机号。其他会话保留，当前会话换发新的 Cookie。失败：4101；4103；4201 尝试过多，暂时锁定；4106 密码错误；4002 短信验证码已过期；4004 短信验证码错误；4003 手机号已注册；4301；4001。")
    @PutMapping("/api/v1.0/user/mobile")
    ResponseEntity<Envelope<ChangeMobileResponse>> change(
            SignedInUser user, @RequestBody ChangeMobileRequest wanted, Caller caller, @Parameter(hidden = true) DeviceName device) {
        Account changed = change.change(user.id(), wanted.mobile(), wanted.smsCode(), wanted.password());
        activity.record(user.id(), ActivityType.MOBILE_CHANGED, caller, device);
        return ResponseEntity.ok()
                .headers(renewal.after(changed, caller, device))
                .body(Envelope.ok(new ChangeMobileResponse(changed.mobile())));
    }

    /** What the client sends: the new number, the code that went there, the account's password, which must not be that number. */
    record ChangeMobileRequest(Mobile mobile, SmsCode smsCode, Password password) {
        ChangeMobileRequest {
            if (mobile == null || smsCode == null || password == null) {
                throw ApiException.badParameter("参数不完整");
            }
            password.requireOtherThan(mobile);
        }
    }

    /** The number from now on. */
    record ChangeMobileResponse(Mobile mobile) {}
}
