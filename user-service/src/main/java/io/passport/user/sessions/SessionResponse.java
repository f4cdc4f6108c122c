package io.passport.user.sessions;

import io.passport.common.session.SessionRecord;
import io.passport.user.time.ShanghaiTime;

/**
 * A session as its user sees it.
 *
 * @param id the digest: it ends the session, and signs nobody in
 * @param device {@code Chrome 126 · Windows 10}; harmless in HTML
 * @param address the client's at sign-in
 * @param createdAt {@code YYYY-MM-DD HH:MM:SS} in Asia/Shanghai
 * @param lastSeenAt the same
 * @param current whether it is the one that asks
 */
record SessionResponse(String id, String device, String address, String createdAt, String lastSeenAt, boolean current) {

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
