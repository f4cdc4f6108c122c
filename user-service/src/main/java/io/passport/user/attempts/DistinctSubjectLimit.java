package io.passport.user.attempts;

import java.time.Duration;

/**
 * Locks also when attempts failed for too many different subjects, such as the mobile numbers tried from one network.
 *
 * @param subject of this attempt, not empty; stored in Redis as it is, so it must not be personal data
 * @param max different subjects that may fail
 * @param within how long a failed subject counts
 */
public record DistinctSubjectLimit(String subject, int max, Duration within) {

    static final DistinctSubjectLimit NONE = new DistinctSubjectLimit("", Integer.MAX_VALUE, Duration.ofMillis(1));
}
