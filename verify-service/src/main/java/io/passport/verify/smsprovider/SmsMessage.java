package io.passport.verify.smsprovider;

import io.passport.common.pii.Mobile;
import java.time.Duration;

/**
 * What is to be delivered. Prints no code and a masked number.
 *
 * @param mobile to whom
 * @param code six digits
 * @param validFor told to the holder, in minutes
 */
public record SmsMessage(Mobile mobile, String code, Duration validFor) {

    @Override
    public String toString() {
        return "SmsMessage[to " + mobile + "]";
    }
}
