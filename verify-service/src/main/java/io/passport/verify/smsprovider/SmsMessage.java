package io.passport.verify.smsprovider;

import io.passport.common.pii.Mobile;
import java.time.Duration;

/**
 * A message to send. {@code SmsCodeSender} makes it and gives it to an {@link SmsProvider}; nothing is checked here. {@code
 * toString} masks the number and omits the code.
 *
 * @param mobile the receiver
 * @param code six digits
 * @param validFor how long the code is valid. The text of the message gives this in whole minutes, rounded down; Aliyun's
 *     template contains the minutes itself
 */
public record SmsMessage(Mobile mobile, String code, Duration validFor) {
    @Override
    public String toString() {
        return "SmsMessage[to " + mobile + "]";
    }
}
