package io.passport.verify.smsprovider;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/** An account with a vendor: credentials, and how to reach the vendor. */
sealed interface Account permits YuntongxunSettings, AliyunSettings, TencentSettings {

    /** Scheme, host and port. */
    URI baseUrl();

    /** How long to wait for a connection. */
    Duration connectTimeout();

    /** How long the whole of an attempt may take, connecting included. */
    Duration readTimeout();

    /**
     * Sends by this account. There a failure is an exception, for a breaker to count; that the vendor refused one
     * message is none. Nothing is ever tried again: the first try may have sent.
     */
    SmsProvider provider();

    /**
     * Refuses a setting that has no value.
     *
     * @throws IllegalArgumentException that names it
     */
    static void requireSet(String setting, @Nullable String value) {
        Assert.hasText(value, () -> setting + " is not set");
    }
}
