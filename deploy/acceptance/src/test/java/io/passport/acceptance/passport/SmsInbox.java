package io.passport.acceptance.passport;

import java.net.URI;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The SMS that the emulated vendors accepted.
 *
 * @param address {@code /inbox} of the emulators
 */
public record SmsInbox(URI address) {

    /** The codes that were sent to a number, newest first. */
    public List<String> codesFor(String mobile) {
        return each(mobile, "code");
    }

    /** The vendors that sent to a number, newest message first. */
    public List<String> sendersTo(String mobile) {
        return each(mobile, "provider");
    }

    private List<String> each(String mobile, String field) {
        JsonNode messages = EmulatorClient.get(URI.create(address + "?mobile=" + mobile));
        return messages.valueStream().map(sms -> sms.get(field).asString()).toList();
    }
}
