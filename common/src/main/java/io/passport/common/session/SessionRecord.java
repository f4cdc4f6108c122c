package io.passport.common.session;

import java.time.Instant;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * The value of {@code session:<digest>}, as JSON.
 *
 * @param userId the user
 * @param createdAt when the user signed in
 * @param endsAt when it ends at the latest
 * @param address the client's address at sign-in
 * @param device the client's name, such as {@code Chrome 126 · Windows 10}; safe in HTML, at most 64 code points
 */
public record SessionRecord(long userId, Instant createdAt, Instant endsAt, String address, String device) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final ObjectReader READER = JSON.readerFor(SessionRecord.class);

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws tools.jackson.core.JacksonException when the text is not such a record
     */
    public static SessionRecord read(String json) {
        return READER.readValue(json);
    }

    /** The same from UTF-8. */
    public static SessionRecord read(byte[] json) {
        return READER.readValue(json);
    }

    /** The record as JSON. */
    public String write() {
        return JSON.writeValueAsString(this);
    }

    /** Whether the session has not ended at this time. */
    public boolean isAliveAt(Instant now) {
        return now.isBefore(endsAt);
    }
}
