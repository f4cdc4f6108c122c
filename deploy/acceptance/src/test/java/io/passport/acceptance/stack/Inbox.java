package io.passport.acceptance.stack;

import java.net.URI;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The SMS that the emulated providers took.
 *
 * @param address {@code /inbox} of the emulators
 */
public record Inbox(URI address) {

    /** The codes that were sent to a number, newest first. */
    public List<String> codesFor(String mobile) {
        return each(mobile, "code");
    }

    /** The providers that sent to a number, that of the newest message first. */
    public List<String> sendersTo(String mobile) {
        return each(mobile, "provider");
    }

    private List<String> each(String mobile, String field) {
        JsonNode messages = Emulators.get(URI.create(address + "?mobile=" + mobile));
        return messages.valueStream().map(sms -> sms.get(field).asString()).toList();
    }
}
