package io.passport.user.login;

import static java.util.Objects.requireNonNull;

import io.passport.common.api.ApiException;
import io.passport.common.api.Envelope;
import io.passport.common.internalcall.Caller;
import io.passport.common.pii.Mobile;
import io.passport.user.account.Account;
import io.passport.user.device.DeviceName;
import io.passport.user.password.Password;
import io.passport.user.sessions.SignIn;
import io.passport.user.smscode.SmsCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Operations 4 and 13: signing in, by password or by SMS code. */
@RestController
class LoginController {

    private final PasswordLogin login;
    private final SmsLogin smsLogin;
    private final SignIn signIn;

    LoginController(PasswordLogin login, SmsLogin smsLogin, SignIn signIn) {
        this.login = login;
        this.smsLogin = smsLogin;
        this.signIn = signIn;
    }

    @Operation(
            tags = "账户",
            summary = "登录",
            description =
                    "用密码或短信验证码（用途 login），二者只取其一。每次登录都是新的会话。失败：4103；密码：4201 尝试过多，暂时锁定，4004 用户名或密码错误；短信验证码：4002 短信验证码已过期，4004 短信验证码错误，4104 用户不存在，或长期未登录，4301；4001。")
    @PostMapping("/api/v1.0/sessions")
    ResponseEntity<Envelope<LoginResponse>> logIn(
            @RequestBody LoginRequest credentials, Caller caller, @Parameter(hidden = true) DeviceName device) {
        if (credentials.password() != null) {
            Account account = login.with(credentials.mobile(), credentials.password(), caller);
            return loggedIn(account, signIn.begin(account, caller, device));
        }
        return smsLogin.with(
                credentials.mobile(),
                requireNonNull(credentials.smsCode()),
                account -> loggedIn(account, signIn.beginBySmsCode(account, caller, device)));
    }

    private static ResponseEntity<Envelope<LoginResponse>> loggedIn(Account account, HttpHeaders cookies) {
        return ResponseEntity.ok().headers(cookies).body(Envelope.ok(new LoginResponse(account.id())));
    }

    /** What the client sends: exactly one of password and code. */
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

    /** Whose session it is. */
    record LoginResponse(long userId) {}
}
