package io.passport.verify.smsprovider;

import java.time.Duration;

/** The outcome of sending a message. {@link SmsProvider#send} returns it, and {@code SmsCodeSender} answers by it. */
public sealed interface Delivery {

    /** The vendor that decided it, or the last that was tried: {@code yuntongxun}, {@code aliyun} or {@code tencent}. */
    String provider();

    /** The vendor accepted the message. */
    record Sent(String provider) implements Delivery {}

    /**
     * The message was not sent.
     *
     * @param reason {@code rejected} by the vendor; {@code unreachable}: no connection was made; {@code circuit_open}: the
     *     vendor was not called, because its circuit breaker is open
     */
    record Failed(String provider, String reason) implements Delivery {}

    /**
     * The message was not sent: the vendor limits how many messages this number gets, from all its customers.
     *
     * @param retryAfter when the vendor sends to this number again, at the latest
     */
    record Limited(String provider, Duration retryAfter) implements Delivery {}

    /** The message may have been sent: the vendor was reached, but gave no valid answer. */
    record Uncertain(String provider) implements Delivery {}
}
