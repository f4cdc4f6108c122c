package io.passport.user.sessions;

import io.passport.common.session.SessionKey;
import io.passport.common.session.SessionRecord;
import java.time.Instant;

/**
 * A session that had not ended when Redis was read.
 *
 * @param lastSeenAt when the gateway last extended the session, computed from its time to live
 */
record LiveSession(SessionKey key, SessionRecord record, Instant lastSeenAt) {}
