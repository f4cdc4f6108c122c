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

/**
 * The table {@code sms_ledger} in the schema {@code passport_verify}. {@link LedgerFlushJob} calls all methods. They throw a
 * {@link org.springframework.dao.DataAccessException} when the database fails.
 */
@Repository
class LedgerRepository {

    private final JdbcClient database;

    LedgerRepository(JdbcClient database) {
        this.database = database;
    }

    /** Writes a counter's total. Totals only grow, so writing it twice, or by two instances, has the same result. */
    void put(LedgerRow row) {
        database.sql("""
                        INSERT INTO sms_ledger (hour, purpose, event, detail, amount, cost_micros)
                        VALUES (:hour, :purpose, :event, :detail, :amount, :cost)
                        ON DUPLICATE KEY UPDATE
                            amount = GREATEST(amount, :amount), cost_micros = GREATEST(cost_micros, :cost)
                        """)
                .param("hour", utc(row.hour()))
                .param("purpose", row.key().purpose())
                .param("event", row.key().event().label())
                .param("detail", row.key().detail())
                .param("amount", row.amount())
                .param("cost", row.costMicros())
                .update();
    }

    /** The rows from one time (inclusive) to another (exclusive), oldest first. */
    List<LedgerRow> between(Instant from, Instant to) {
        return database.sql("SELECT * FROM sms_ledger WHERE hour >= :from AND hour < :to"
                        + " ORDER BY hour, purpose, event, detail")
                .param("from", utc(from))
                .param("to", utc(to))
                .query((row, number) -> read(row))
                .list();
    }

    void deleteBefore(Instant hour) {
        database.sql("DELETE FROM sms_ledger WHERE hour < :hour")
                .param("hour", utc(hour))
                .update();
    }

    private static LedgerRow read(ResultSet row) throws SQLException {
        return new LedgerRow(
                row.getObject("hour", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                new LedgerKey(
                        row.getString("purpose"),
                        LedgerEvent.valueOf(row.getString("event").toUpperCase(Locale.ROOT)),
                        row.getString("detail")),
                row.getLong("amount"),
                row.getLong("cost_micros"));
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
