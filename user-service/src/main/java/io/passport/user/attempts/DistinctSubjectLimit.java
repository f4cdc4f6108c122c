package io.passport.user.attempts;

import java.time.Duration;

/**
 * What an attempt is for, where failures for many different ones lock too.
 *
 * @param subject stands for what it is for, not empty; kept in Redis as it is, so nothing personal
 * @param most different ones that may fail
 * @param within failures so long ago count no more
 */
public record DistinctSubjectLimit(String subject, int most, Duration within) {

    static final DistinctSubjectLimit NONE = new DistinctSubjectLimit("", Integer.MAX_VALUE, Duration.ofMillis(1));
}
