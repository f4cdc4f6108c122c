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
 * Brings the ledger from Redis to the database every minute, and forgets old hours. Every instance does all of it: the same
 * rows are written again, which changes nothing, so none has to lead. An hour is written until it has been over for one more,
 * for instances whose clocks are late.
 */
@Component
class SmsLedgerArchive {

    private static final Logger LOG = LoggerFactory.getLogger(SmsLedgerArchive.class);
    private static final Duration HOUR = Duration.ofHours(1);

    private final SmsLedger ledger;
    private final LedgerSchema schema;
    private final LedgerTable table;
    private final SmsLedgerSettings settings;
    private final Clock clock;

    /** All hours before it were written when nothing was counted in them any more. */
    private volatile Instant firstOpen = Instant.MIN;

    SmsLedgerArchive(
            SmsLedger ledger, LedgerSchema schema, LedgerTable table, SmsLedgerSettings settings, Clock clock) {
        this.ledger = ledger;
        this.schema = schema;
        this.table = table;
        this.settings = settings;
        this.clock = clock;
    }

    /** All hours of a period, up to this moment. */
    List<LedgerRow> between(Instant from, Instant to) {
        write();
        return table.between(from, to);
    }

    @Scheduled(initialDelayString = "1m", fixedDelayString = "1m")
    void writeIfPossible() {
        try {
            write();
        } catch (DataAccessException away) {
            LOG.warn(
                    "The SMS ledger stays in Redis until the next minute: {}",
                    away.getClass().getSimpleName());
        }
    }

    private void write() {
        schema.bringUpToDate();
        Instant now = LedgerHour.of(clock.instant());
        Instant oldest = now.minus(SmsLedger.KEPT_IN_REDIS);
        Instant first = firstOpen.isAfter(oldest) ? firstOpen : oldest;
        for (Instant hour = first; !hour.isAfter(now); hour = hour.plus(HOUR)) {
            Instant written = hour;
            ledger.of(hour)
                    .forEach((entry, amount) ->
                            table.put(new LedgerRow(written, entry, amount, settings.costOf(entry, amount))));
        }
        firstOpen = now.minus(HOUR);
        table.forgetBefore(now.minus(settings.keptFor()));
    }
}
