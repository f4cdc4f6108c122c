package io.passport.verify.smsledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code sms_ledger}, of verify-service's own schema. */
@Repository
class LedgerTable {

    private final JdbcClient database;

    LedgerTable(JdbcClient database) {
        this.database = database;
    }

    /** Writes what an hour came to so far. A count never falls: writing twice, or by two instances, changes nothing. */
    void put(LedgerRow row) {
        database.sql("""
                        INSERT INTO sms_ledger (hour, purpose, event, detail, amount, cost_micros)
                        VALUES (:hour, :purpose, :event, :detail, :amount, :cost)
                        ON DUPLICATE KEY UPDATE
                            amount = GREATEST(amount, :amount), cost_micros = GREATEST(cost_micros, :cost)
                        """)
                .param("hour", local(row.hour()))
                .param("purpose", row.entry().purpose())
                .param("event", row.entry().event().word())
                .param("detail", row.entry().detail())
                .param("amount", row.amount())
                .param("cost", row.costMicros())
                .update();
    }

    /** Oldest first. */
    List<LedgerRow> between(Instant from, Instant to) {
        return database.sql("SELECT * FROM sms_ledger WHERE hour >= :from AND hour < :to"
                        + " ORDER BY hour, purpose, event, detail")
                .param("from", local(from))
                .param("to", local(to))
                .query((row, number) -> read(row))
                .list();
    }

    void forgetBefore(Instant hour) {
        database.sql("DELETE FROM sms_ledger WHERE hour < :hour")
                .param("hour", local(hour))
                .update();
    }

    private static LedgerRow read(ResultSet row) throws SQLException {
        return new LedgerRow(
                row.getObject("hour", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                new Entry(
                        row.getString("purpose"),
                        Event.valueOf(row.getString("event").toUpperCase(Locale.ROOT)),
                        row.getString("detail")),
                row.getLong("amount"),
                row.getLong("cost_micros"));
    }

    private static LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
