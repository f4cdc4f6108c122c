package io.passport.acceptance.passport;

import java.net.URI;
import java.util.Map;

/**
 * Faults of the emulated vendors, until closed. Vendors: {@code yuntongxun}, {@code aliyun}, {@code tencent}, {@code sms} for
 * these three, {@code qiniu}, {@code idcheck}.
 *
 * @param address {@code /faults} of the emulators
 */
public record VendorFaults(URI address) implements AutoCloseable {

    private static final int LONGER_THAN_ANY_TIMEOUT = 60_000;

    /** The vendor accepts the request and does not answer. */
    public VendorFaults hang(String provider) {
        return inject(Map.of("provider", provider, "kind", "hang", "millis", LONGER_THAN_ANY_TIMEOUT));
    }

    /** The vendor answers with this status. */
    public VendorFaults respondWith(String provider, int status) {
        return inject(Map.of("provider", provider, "kind", "status", "status", status));
    }

    /** The vendor resets the connection ({@code reset}) or closes it unread ({@code refuse}). */
    public VendorFaults cut(String provider, String kind) {
        return inject(Map.of("provider", provider, "kind", kind));
    }

    private VendorFaults inject(Map<String, Object> fault) {
        EmulatorClient.post(address, fault);
        return this;
    }

    /** Ends all faults. */
    @Override
    public void close() {
        EmulatorClient.delete(address);
    }
}
