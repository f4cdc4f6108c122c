package io.passport.verify.smsprovider;

import io.passport.common.pii.Mobile;
import java.time.Duration;

/**
 * A message to send. {@code toString} masks the number and omits the code.
 *
 * @param mobile the receiver
 * @param code six digits
 * @param validFor how long the code is valid; the message says it in minutes
 */
public record SmsMessage(Mobile mobile, String code, Duration validFor) {
    @Override
    public String toString() {
        return "SmsMessage[to " + mobile + "]";
    }
}
