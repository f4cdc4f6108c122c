package io.passport.user.login;

import static java.util.Objects.requireNonNull;

import io.passport.common.api.ApiException;
import io.passport.common.api.Envelope;
import io.passport.common.api.ErrorCode;
import io.passport.common.internalcall.Caller;
import io.passport.common.openapi.Failure;
import io.passport.common.pii.Mobile;
import io.passport.user.account.Account;
import io.passport.user.device.DeviceName;
import io.passport.user.password.Password;
import io.passport.user.sessions.SignIn;
import io.passport.user.sessions.SignInMethod;
import io.passport.user.sessions.SignedIn;
import io.passport.user.smscode.SmsCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /sessions}: signing in by password or by SMS code. Both need Redis and the database; without them the answer is
 * {@code 4001}. Only signing in by SMS code needs verify-service.
 */
@RestController
class LoginController {

    private final PasswordLogin passwordLogin;
    private final SmsLogin smsLogin;
    private final SignIn signIn;

    LoginController(PasswordLogin passwordLogin, SmsLogin smsLogin, SignIn signIn) {
        this.passwordLogin = passwordLogin;
        this.smsLogin = smsLogin;
        this.signIn = signIn;
    }

    @Operation(
            operationId = "logIn",
            tags = "账户",
            summary = "登录",
            description = "用密码或短信验证码（用途 login），二者只取其一。每次登录都是新的会话，应答设置会话 Cookie。")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "参数不完整")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "密码和短信验证码只能用一个")
    @Failure(value = ErrorCode.REQERR, errmsg = Failure.RETRY_LATER)
    @Failure(value = ErrorCode.DATAERR, errmsg = "用户名或密码错误")
    @Failure(value = ErrorCode.THIRDERR, errmsg = "短信验证服务暂不可用")
    @Failure(value = ErrorCode.NODATA, errmsg = "短信验证码已过期")
    @Failure(value = ErrorCode.DATAERR, errmsg = "短信验证码错误")
    @Failure(ErrorCode.USERERR)
    @Failure(value = ErrorCode.USERERR, errmsg = "该账户已超过 {days} 天未登录，不能仅凭短信验证码登录或重置密码，请使用密码登录，或联系客服")
    @Failure(value = ErrorCode.DATAERR, errmsg = "账户信息刚刚变更，请重试")
    @Failure(ErrorCode.DBERR)
    @PostMapping("/api/v1.0/sessions")
    ResponseEntity<Envelope<LoginResponse>> logIn(
            @RequestBody LoginRequest request, Caller caller, @Parameter(hidden = true) DeviceName device) {
        SignedIn signedIn = request.password() == null
                ? smsLogin.logIn(request.mobile(), requireNonNull(request.smsCode()), caller, device)
                : logIn(request.mobile(), request.password(), caller, device);
        return ResponseEntity.ok()
                .headers(signedIn.cookies())
                .body(Envelope.ok(new LoginResponse(signedIn.account().id())));
    }

    private SignedIn logIn(Mobile mobile, Password password, Caller caller, DeviceName device) {
        Account account = passwordLogin.authenticate(mobile, password, caller);
        return signIn.begin(account, SignInMethod.PASSWORD, caller, device);
    }

    /** Exactly one of password and code is set. */
    record LoginRequest(
            Mobile mobile,
            @Nullable Password password,
            @Nullable SmsCode smsCode) {
        LoginRequest {
            if (mobile == null || (password == null && smsCode == null)) {
                throw ApiException.badParameter("参数不完整");
            }
            if (password != null && smsCode != null) {
                throw ApiException.badParameter("密码和短信验证码只能用一个");
            }
        }
    }

    record LoginResponse(@Schema(example = "1") long userId) {}
}
