package io.passport.user.sessions;

import io.passport.common.session.SessionKey;
import io.passport.common.session.SessionRecord;
import java.time.Instant;

/**
 * A session that has not ended.
 *
 * @param lastSeenAt when the gateway last slid it: its time to live tells, so nothing is written for it
 */
record LiveSession(SessionKey key, SessionRecord record, Instant lastSeenAt) {}
