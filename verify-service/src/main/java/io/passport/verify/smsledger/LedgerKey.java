package io.passport.verify.smsledger;

import java.util.Optional;

/**
 * What one counter of the ledger counts within an hour.
 *
 * @param purpose {@code register}, {@code login}, {@code reset} or {@code mobile}
 * @param event what happened to the message or its code
 * @param detail the vendor or the limit; empty for codes
 */
record LedgerKey(String purpose, LedgerEvent event, String detail) {

    /** The field in Redis: {@code register|sent|yuntongxun}. */
    String field() {
        return String.join("|", purpose, event.label(), detail);
    }

    /** Parses a field; empty when another version wrote it. */
    static Optional<LedgerKey> ofField(String field) {
        String[] parts = field.split("\\|", -1);
        for (LedgerEvent event : LedgerEvent.values()) {
            if (parts.length == 3 && event.label().equals(parts[1])) {
                return Optional.of(new LedgerKey(parts[0], event, parts[2]));
            }
        }
        return Optional.empty();
    }
}
