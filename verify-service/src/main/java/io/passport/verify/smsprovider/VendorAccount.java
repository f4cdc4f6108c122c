package io.passport.verify.smsprovider;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/** An account with a vendor: credentials and how to reach the vendor. */
public interface VendorAccount {

    /** Scheme, host and port. */
    URI baseUrl();

    /** The timeout of connecting. */
    Duration connectTimeout();

    /** The timeout of a whole attempt, connecting included. */
    Duration timeout();

    /**
     * Returns a provider that sends with this account, one attempt for each call. It throws when the vendor failed, so that a
     * circuit breaker counts it. A message that the vendor rejects is an outcome. Called once, at start-up.
     */
    SmsProvider provider();

    /**
     * Requires a setting.
     *
     * @throws IllegalArgumentException naming the setting, when it has no value
     */
    static void requireSet(String setting, @Nullable String value) {
        Assert.hasText(value, () -> setting + " is not set");
    }
}
