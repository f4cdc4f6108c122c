package io.passport.verify.smscode;

import io.passport.common.pii.Mobile;
import java.security.SecureRandom;

/**
 * A code, with what it is bound to. Prints itself without the digits.
 *
 * @param purpose all that it is good for
 * @param mobile who is to receive it
 * @param digits as received: six when it is one of ours
 */
record SmsCode(Purpose purpose, Mobile mobile, String digits) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one, each of the million as likely as any other. */
    static SmsCode random(Purpose purpose, Mobile mobile) {
        return new SmsCode(purpose, mobile, "%06d".formatted(RANDOM.nextInt(1_000_000)));
    }

    @Override
    public String toString() {
        return "SmsCode[" + purpose + " for " + mobile + "]";
    }
}
