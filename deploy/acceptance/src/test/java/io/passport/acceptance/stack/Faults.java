package io.passport.acceptance.stack;

import java.net.URI;
import java.util.Map;

/**
 * Failures of the emulated third parties, which last until this is closed. Providers: {@code yuntongxun},
 * {@code aliyun}, {@code tencent}, {@code sms} for these three, {@code qiniu}, {@code idcheck}.
 *
 * @param address {@code /faults} of the emulators
 */
public record Faults(URI address) implements AutoCloseable {

    private static final int LONGER_THAN_ANYBODY_WAITS = 60_000;

    /** The provider takes the request and says nothing. */
    public Faults hang(String provider) {
        return strike(Map.of("provider", provider, "kind", "hang", "millis", LONGER_THAN_ANYBODY_WAITS));
    }

    /** The provider answers with this status. */
    public Faults answer(String provider, int status) {
        return strike(Map.of("provider", provider, "kind", "status", "status", status));
    }

    /** The provider resets the connection ({@code reset}) or closes it unread ({@code refuse}). */
    public Faults cut(String provider, String kind) {
        return strike(Map.of("provider", provider, "kind", kind));
    }

    private Faults strike(Map<String, Object> fault) {
        Emulators.post(address, fault);
        return this;
    }

    /** Ends all of them. */
    @Override
    public void close() {
        Emulators.delete(address);
    }
}
