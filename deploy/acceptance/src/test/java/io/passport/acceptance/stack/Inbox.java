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
        JsonNode messages = Emulators.get(URI.create(address + "?mobile=" + mobile));
        return messages.valueStream().map(sms -> sms.get("code").asString()).toList();
    }
}
