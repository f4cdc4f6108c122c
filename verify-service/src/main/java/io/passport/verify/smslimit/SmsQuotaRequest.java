package io.passport.verify.smslimit;

import io.passport.common.pii.Mobile;

/**
 * A request to send one message, as far as the limits need it.
 *
 * @param purpose {@code register}, {@code login}, {@code reset} or {@code mobile}
 * @param mobile the receiver
 * @param address IP address of the client
 */
public record SmsQuotaRequest(String purpose, Mobile mobile, String address) {}
