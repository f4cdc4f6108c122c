package io.passport.user.sessions;

import io.passport.common.api.ApiException;
import io.passport.common.api.Envelope;
import io.passport.common.api.ErrorCode;
import io.passport.common.internalcall.Caller;
import io.passport.common.internalcall.SignedInUser;
import io.passport.common.openapi.Failure;
import io.passport.common.session.SessionKey;
import io.passport.user.activity.ActivityLog;
import io.passport.user.activity.ActivityType;
import io.passport.user.device.DeviceName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /sessions}, {@code DELETE /sessions/{id}}, {@code DELETE /sessions/others}: the user's sessions. They answer
 * {@code 4001} when Redis is unavailable; some sessions may have ended then.
 */
@RestController
@RequestMapping("/api/v1.0/sessions")
class SessionsController {

    private final Sessions sessions;
    private final ActivityLog activity;

    SessionsController(Sessions sessions, ActivityLog activity) {
        this.sessions = sessions;
        this.activity = activity;
    }

    @Operation(operationId = "listSessions", tags = "账户", summary = "登录设备列表", description = "最新的在前。")
    @Failure(ErrorCode.DBERR)
    @GetMapping
    Envelope<List<SessionResponse>> list(SignedInUser user) {
        return Envelope.ok(sessions.newestFirst(user.id()).stream()
                .map(session -> SessionResponse.of(session, user.session()))
                .toList());
    }

    @Operation(
            operationId = "endSession",
            tags = "账户",
            summary = "结束一个会话",
            description = "被结束的会话立即失效。不存在或不属于自己时是 4002。")
    @Failure(ErrorCode.NODATA)
    @Failure(ErrorCode.DBERR)
    @DeleteMapping("/{id}")
    Envelope<@Nullable Void> end(
            SignedInUser user,
            @PathVariable @Schema(pattern = SessionKey.PATTERN) String id,
            Caller caller,
            @Parameter(hidden = true) DeviceName device) {
        if (!sessions.end(user.id(), new SessionKey(id))) {
            throw ApiException.of(ErrorCode.NODATA);
        }
        activity.record(user.id(), ActivityType.SESSION_ENDED, caller, device);
        return Envelope.ok();
    }

    @Operation(operationId = "endOtherSessions", tags = "账户", summary = "结束其他所有会话", description = "当前会话保留。")
    @Failure(ErrorCode.DBERR)
    @DeleteMapping("/others")
    Envelope<@Nullable Void> endOthers(SignedInUser user, Caller caller, @Parameter(hidden = true) DeviceName device) {
        sessions.endOthers(user.id(), new SessionKey(user.session()));
        activity.record(user.id(), ActivityType.SESSIONS_ENDED, caller, device);
        return Envelope.ok();
    }
}
