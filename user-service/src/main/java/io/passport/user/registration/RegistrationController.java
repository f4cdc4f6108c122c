package io.passport.user.registration;

import io.passport.common.api.ApiException;
import io.passport.common.api.Envelope;
import io.passport.common.api.ErrorCode;
import io.passport.common.api.StorageFailureMessage;
import io.passport.common.internalcall.Caller;
import io.passport.common.openapi.Failure;
import io.passport.common.pii.Mobile;
import io.passport.user.account.Account;
import io.passport.user.account.AccountResponse;
import io.passport.user.device.DeviceName;
import io.passport.user.password.NewPassword;
import io.passport.user.sessions.SignIn;
import io.passport.user.sessions.SignInMethod;
import io.passport.user.smscode.SmsCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /users}: registers and signs in. If the sign-in fails after the account was created, for example because Redis
 * is unavailable, the answer is an error and the account stays: the user can sign in with the password.
 */
@RestController
class RegistrationController {

    private final Registration registration;
    private final SignIn signIn;

    RegistrationController(Registration registration, SignIn signIn) {
        this.registration = registration;
        this.signIn = signIn;
    }

    @Operation(
            operationId = "register",
            tags = "账户",
            summary = "注册",
            description = "短信验证码（用途 register）正确即注册，并同时登录：应答设置会话 Cookie。")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "参数不完整")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "密码不能是手机号")
    @Failure(value = ErrorCode.THIRDERR, errmsg = "短信验证服务暂不可用")
    @Failure(value = ErrorCode.NODATA, errmsg = "短信验证码已过期")
    @Failure(value = ErrorCode.DATAERR, errmsg = "短信验证码错误")
    @Failure(value = ErrorCode.REQERR, errmsg = Failure.RETRY_LATER)
    @Failure(value = ErrorCode.DATAEXIST, errmsg = "手机号已注册")
    @Failure(value = ErrorCode.DATAERR, errmsg = "账户信息刚刚变更，请重试")
    @PostMapping("/api/v1.0/users")
    @StorageFailureMessage("查询用户信息异常")
    ResponseEntity<Envelope<AccountResponse>> register(
            @RequestBody RegistrationRequest request, Caller caller, @Parameter(hidden = true) DeviceName device) {
        Account account = registration.register(request.mobile(), request.smsCode(), request.password());
        return ResponseEntity.ok()
                .headers(signIn.begin(account, SignInMethod.REGISTRATION, caller, device)
                        .cookies())
                .body(Envelope.ok(AccountResponse.of(account)));
    }

    record RegistrationRequest(Mobile mobile, SmsCode smsCode, NewPassword password) {
        RegistrationRequest {
            if (mobile == null || smsCode == null || password == null) {
                throw ApiException.badParameter("参数不完整");
            }
            password.requireOtherThan(mobile);
        }
    }
}
