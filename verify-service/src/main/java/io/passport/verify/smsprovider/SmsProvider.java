package io.passport.verify.smsprovider;

/**
 * Sends SMS. There are three kinds: one class for each vendor sends a request to it; {@code CircuitBreakingProvider} turns the
 * failures of one vendor into outcomes; the bean, {@code Failover}, tries several vendors.
 */
public interface SmsProvider {
    /**
     * Sends a message at most once. The bean returns an outcome for every failure and throws nothing; it takes at most {@code
     * passport.sms.timeout}. A vendor's class throws a {@link RuntimeException} when the vendor fails.
     */
    Delivery send(SmsMessage message);
}
