package io.passport.user.login;

import io.passport.common.personal.Mobile;
import io.passport.common.trust.Caller;
import io.passport.common.wire.Envelope;
import io.passport.common.wire.Refusal;
import io.passport.user.account.Account;
import io.passport.user.device.DeviceName;
import io.passport.user.password.Password;
import io.passport.user.sessions.SignIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Operation 4: signing in. */
@RestController
class LoginController {

    private final Login login;
    private final SignIn signIn;

    LoginController(Login login, SignIn signIn) {
        this.login = login;
        this.signIn = signIn;
    }

    @Operation(tags = "账户", summary = "登录", description = "每次登录都是新的会话。失败：4103；4201 尝试过多，暂时锁定；4004 用户名或密码错误；4001。")
    @PostMapping("/api/v1.0/sessions")
    ResponseEntity<Envelope<LoggedIn>> logIn(
            @RequestBody Credentials credentials, Caller caller, @Parameter(hidden = true) DeviceName device) {
        Account account = login.with(credentials.mobile(), credentials.password(), caller);
        return ResponseEntity.ok()
                .headers(signIn.begin(account, caller, device))
                .body(Envelope.ok(new LoggedIn(account.id())));
    }

    /** What the client sends. */
    record Credentials(Mobile mobile, Password password) {
        Credentials {
            if (mobile == null || password == null) {
                throw Refusal.badParameter("参数不完整");
            }
        }
    }

    /** Whose session it is. */
    record LoggedIn(long userId) {}
}
