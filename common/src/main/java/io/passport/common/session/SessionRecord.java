package io.passport.common.session;

import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/**
 * The value of {@code session:<digest>}, as JSON.
 *
 * @param userId whose session it is
 * @param createdAt when the user signed in
 * @param endsAt when it ends however much it is used
 * @param address the client's address at sign-in
 * @param device what the client is called, {@code Chrome 126 · Windows 10}; harmless in HTML, at most 64 code points
 */
public record SessionRecord(long userId, Instant createdAt, Instant endsAt, String address, String device) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Reads what {@link #write} wrote. */
    public static SessionRecord read(String json) {
        return JSON.readValue(json, SessionRecord.class);
    }

    /** The record as JSON. */
    public String write() {
        return JSON.writeValueAsString(this);
    }

    /** Whether it still counts at this time. */
    public boolean isAliveAt(Instant now) {
        return now.isBefore(endsAt);
    }
}
