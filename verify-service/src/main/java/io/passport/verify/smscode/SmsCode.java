package io.passport.verify.smscode;

import io.passport.common.pii.Mobile;
import java.security.SecureRandom;

/**
 * A code and what it is bound to. {@code toString} masks the number and omits the digits.
 *
 * @param purpose what the code is for
 * @param mobile the receiver
 * @param digits six digits; as received from a client they may be anything
 */
record SmsCode(Purpose purpose, Mobile mobile, String digits) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new code of six random digits, uniformly distributed. */
    static SmsCode random(Purpose purpose, Mobile mobile) {
        return new SmsCode(purpose, mobile, "%06d".formatted(RANDOM.nextInt(1_000_000)));
    }

    @Override
    public String toString() {
        return "SmsCode[" + purpose + " for " + mobile + "]";
    }
}
