package io.passport.user.registration;

import io.passport.common.personal.Mobile;
import io.passport.common.trust.Caller;
import io.passport.common.wire.Envelope;
import io.passport.common.wire.Refusal;
import io.passport.common.wire.WhenStorageFails;
import io.passport.user.account.Account;
import io.passport.user.account.AccountView;
import io.passport.user.password.NewPassword;
import io.passport.user.sessions.SignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Operation 3: registering, which also signs in. */
@RestController
class RegistrationController {

    static final String STORAGE_FAILED = "查询用户信息异常";

    private final Registration registration;
    private final SignIn signIn;

    RegistrationController(Registration registration, SignIn signIn) {
        this.registration = registration;
        this.signIn = signIn;
    }

    @PostMapping("/api/v1.0/users")
    @WhenStorageFails(STORAGE_FAILED)
    ResponseEntity<Envelope<AccountView>> register(
            @RequestBody Applicant applicant,
            Caller caller,
            @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String userAgent) {
        Account account = registration.register(applicant.mobile(), applicant.smsCode(), applicant.password());
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.SET_COOKIE,
                        signIn.begin(account, caller, userAgent).toString())
                .body(Envelope.ok(AccountView.of(account)));
    }

    /** What the client sends. */
    record Applicant(Mobile mobile, SmsCode smsCode, NewPassword password) {
        Applicant {
            if (mobile == null || smsCode == null || password == null) {
                throw Refusal.badParameter("参数不完整");
            }
        }
    }
}
