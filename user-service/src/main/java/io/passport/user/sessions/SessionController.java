package io.passport.user.sessions;

import io.passport.common.api.ApiException;
import io.passport.common.api.Envelope;
import io.passport.common.api.ErrorCode;
import io.passport.common.internalcall.Caller;
import io.passport.common.internalcall.SignedInUser;
import io.passport.common.openapi.Failure;
import io.passport.user.account.Accounts;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code DELETE /session} signs out; {@code GET /session} tells whether the caller is signed in. Signing out answers
 * {@code 4001} when Redis is unavailable, and then the session goes on. The other answers {@code 4001} when the database is
 * unavailable.
 */
@RestController
class SessionController {

    private final Sessions sessions;
    private final SignInCookies cookies;
    private final Accounts accounts;

    SessionController(Sessions sessions, SignInCookies cookies, Accounts accounts) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.accounts = accounts;
    }

    @Operation(operationId = "logOut", tags = "账户", summary = "退出", description = "未登录时也成功。")
    @Failure(ErrorCode.DBERR)
    @DeleteMapping("/api/v1.0/session")
    ResponseEntity<Envelope<@Nullable Void>> signOut(Caller caller) {
        sessions.endOf(caller);
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookies.expiredSession().toString())
                .body(Envelope.ok());
    }

    /** Signs out: older clients call this path. */
    @Hidden
    @DeleteMapping("/api/v1.0/sessions")
    ResponseEntity<Envelope<@Nullable Void>> signOutByOlderPath(Caller caller) {
        return signOut(caller);
    }

    @Operation(
            operationId = "getSession",
            tags = "账户",
            summary = "是否已登录",
            description = "已登录时 errmsg 为 true，未登录时为 false。")
    @Failure(value = ErrorCode.SESSIONERR, errmsg = "false")
    @Failure(ErrorCode.DBERR)
    @ApiResponse(responseCode = "200", description = "true", useReturnTypeSchema = true)
    @GetMapping("/api/v1.0/session")
    Envelope<CurrentSessionResponse> current(Caller caller) {
        SignedInUser user = caller.user();
        if (user == null) {
            throw notSignedIn();
        }
        return accounts.byId(user.id())
                .map(account -> Envelope.okWithText("true", new CurrentSessionResponse(account.id(), account.name())))
                .orElseThrow(SessionController::notSignedIn);
    }

    private static ApiException notSignedIn() {
        return ApiException.of(ErrorCode.SESSIONERR, "false");
    }

    record CurrentSessionResponse(
            @Schema(example = "1") long userId,
            @Schema(example = "小明") String name) {}
}
