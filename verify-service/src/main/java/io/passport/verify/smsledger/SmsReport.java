package io.passport.verify.smsledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Formats the ledger as a text table: hour, purpose, event, vendor or limit, amount, estimated cost in yuan. */
final class SmsReport {

    private static final String LINE = "%-6s %-9s %-10s %-12s %9s %12s";
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private SmsReport() {}

    /** Formats the rows, in their order, with the hours in this time zone. The last line is the sum of the paid messages. */
    static String of(List<LedgerRow> rows, ZoneId zone) {
        String head = LINE.formatted("hour", "purpose", "event", "detail", "amount", "yuan");
        String body = rows.stream().map(row -> line(row, zone)).collect(Collectors.joining());
        return head + "\n" + body + total(rows) + "\n";
    }

    private static String line(LedgerRow row, ZoneId zone) {
        LedgerKey key = row.key();
        return LINE.formatted(
                        hour(row.hour(), zone),
                        key.purpose(),
                        key.event().label(),
                        key.detail(),
                        row.amount(),
                        yuan(row.costMicros()))
                + "\n";
    }

    /** The sum of the paid messages. */
    private static String total(List<LedgerRow> rows) {
        List<LedgerRow> paid =
                rows.stream().filter(row -> row.key().event().isPaid()).toList();
        return LINE.formatted(
                "all",
                "",
                "paid",
                "",
                paid.stream().mapToLong(LedgerRow::amount).sum(),
                yuan(paid.stream().mapToLong(LedgerRow::costMicros).sum()));
    }

    private static String hour(Instant hour, ZoneId zone) {
        return HOUR.format(hour.atZone(zone));
    }

    private static String yuan(long micros) {
        return BigDecimal.valueOf(micros, 6).setScale(3, RoundingMode.HALF_UP).toPlainString();
    }
}
