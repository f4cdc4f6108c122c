package io.passport.user.sessions;

import io.passport.common.session.SessionKey;
import io.passport.common.session.SessionRecord;
import io.passport.user.time.ShanghaiTime;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A session, as its user sees it.
 *
 * @param id the digest of the token; it can end the session, but not sign in
 * @param device {@code Chrome 126 · Windows 10}; safe to insert as HTML
 * @param address the client's address at sign-in
 * @param createdAt {@code YYYY-MM-DD HH:MM:SS} in Asia/Shanghai
 * @param lastSeenAt the same
 * @param current whether the caller uses this session
 */
record SessionResponse(
        @Schema(pattern = SessionKey.PATTERN) String id,
        @Schema(example = "Chrome 126 · Windows 10") String device,

        @Schema(description = "登录时的地址", example = "203.0.113.7")
        String address,

        @Schema(
                description = "北京时间",
                pattern = "^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}$",
                example = "2026-11-27 08:00:00")
        String createdAt,

        @Schema(
                description = "北京时间",
                pattern = "^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}$",
                example = "2026-11-27 08:00:00")
        String lastSeenAt,

        @Schema(description = "是否当前会话") boolean current) {

    static SessionResponse of(LiveSession session, String currentDigest) {
        SessionRecord record = session.record();
        return new SessionResponse(
                session.key().digest(),
                record.device(),
                record.address(),
                ShanghaiTime.text(record.createdAt()),
                ShanghaiTime.text(session.lastSeenAt()),
                session.key().digest().equals(currentDigest));
    }
}
