package io.passport.verify.smsledger;

import java.util.Optional;

/**
 * What is counted together within an hour.
 *
 * @param purpose what the codes were for
 * @param event what became of them
 * @param detail the provider or the limit; empty when there is none
 */
record Entry(String purpose, Event event, String detail) {

    /** {@code register|sent|yuntongxun}. */
    String field() {
        return String.join("|", purpose, event.word(), detail);
    }

    /** Undoes {@link #field}; nothing for what another version wrote. */
    static Optional<Entry> ofField(String field) {
        String[] parts = field.split("\\|", -1);
        for (Event event : Event.values()) {
            if (parts.length == 3 && event.word().equals(parts[1])) {
                return Optional.of(new Entry(parts[0], event, parts[2]));
            }
        }
        return Optional.empty();
    }
}
