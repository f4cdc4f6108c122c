package io.passport.user.activity;

import io.passport.user.time.UtcTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes entries of the activity log that are older than {@code passport.activity.retention}. Every instance runs it;
 * several at the same time do no harm.
 */
@Component
class ActivityRetentionJob {

    /** Small deletes keep locks on the table short. */
    private static final int BATCH = 1000;

    private final ActivityMapper rows;
    private final Duration retention;
    private final Clock clock;

    ActivityRetentionJob(ActivityMapper rows, ActivityProperties properties, Clock clock) {
        this.rows = rows;
        this.retention = properties.retention();
        this.clock = clock;
    }

    /** When the database is unavailable this throws, Spring logs it, and the next run deletes the rest. */
    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void deleteExpired() {
        LocalDateTime before = UtcTime.now(clock).minus(retention);
        while (rows.deleteOlderThan(before, BATCH) == BATCH) {
            // the next batch
        }
    }
}
