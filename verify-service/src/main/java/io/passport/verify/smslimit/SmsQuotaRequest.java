package io.passport.verify.smslimit;

import io.passport.common.pii.Mobile;

/**
 * What the limits need to know about a message to send. {@code SmsCodeSender} makes it; nothing is checked here.
 *
 * @param purpose {@code register}, {@code login}, {@code reset} or {@code mobile}
 * @param mobile the receiver
 * @param address IP address of the client
 */
public record SmsQuotaRequest(String purpose, Mobile mobile, String address) {}
