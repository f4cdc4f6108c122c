package io.passport.verify.smsprovider;

/** Sends SMS. */
public interface SmsProvider {
    /** Sends a message at most once. The bean returns an outcome for every failure and throws nothing. */
    Delivery send(SmsMessage message);
}
