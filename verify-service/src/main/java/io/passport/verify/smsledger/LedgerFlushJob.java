package io.passport.verify.smsledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Copies the ledger from Redis to the database every minute, and deletes old hours. Every instance copies everything: repeated
 * and concurrent writes have the same result, so no leader is needed. When Redis or the database fails, the next minute tries
 * again; nothing is lost until Redis deletes the hour after three days. An hour is copied until one hour after its end, since
 * the clocks of instances may differ.
 */
@Component
class LedgerFlushJob {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerFlushJob.class);
    private static final Duration HOUR = Duration.ofHours(1);

    private final SmsLedger ledger;
    private final LedgerSchema schema;
    private final LedgerRepository repository;
    private final SmsLedgerProperties settings;
    private final Clock clock;

    /** All earlier hours are complete in the database. */
    private volatile Instant firstIncomplete = Instant.MIN;

    LedgerFlushJob(
            SmsLedger ledger,
            LedgerSchema schema,
            LedgerRepository repository,
            SmsLedgerProperties settings,
            Clock clock) {
        this.ledger = ledger;
        this.schema = schema;
        this.repository = repository;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Returns the rows from one time (inclusive) to another (exclusive), after copying the latest counts. {@link
     * SmsReportController} calls it.
     *
     * @throws DataAccessException when Redis or the database fails
     */
    List<LedgerRow> between(Instant from, Instant to) {
        flush();
        return repository.between(from, to);
    }

    @Scheduled(initialDelayString = "1m", fixedDelayString = "1m")
    void flushOrLog() {
        try {
            flush();
        } catch (DataAccessException unavailable) {
            LOG.warn(
                    "The SMS ledger was not copied to the database, next try in a minute: {}",
                    unavailable.getClass().getSimpleName());
        }
    }

    private void flush() {
        schema.migrate();
        Instant now = LedgerHour.of(clock.instant());
        Instant oldest = now.minus(SmsLedger.RETENTION_IN_REDIS);
        Instant first = firstIncomplete.isAfter(oldest) ? firstIncomplete : oldest;
        for (Instant hour = first; !hour.isAfter(now); hour = hour.plus(HOUR)) {
            Instant copied = hour;
            ledger.countsOf(hour)
                    .forEach((key, amount) ->
                            repository.put(new LedgerRow(copied, key, amount, settings.costOf(key, amount))));
        }
        firstIncomplete = now.minus(HOUR);
        repository.deleteBefore(now.minus(settings.retention()));
    }
}
