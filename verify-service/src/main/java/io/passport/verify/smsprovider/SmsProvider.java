package io.passport.verify.smsprovider;

/** Somebody who delivers messages. */
public interface SmsProvider {

    /** Hands a message over, at most once. A failure is an outcome, not an exception. */
    Delivery send(SmsMessage message);
}
