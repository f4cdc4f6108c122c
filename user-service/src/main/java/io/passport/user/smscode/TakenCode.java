package io.passport.user.smscode;

import io.passport.common.pii.Mobile;
import java.util.UUID;

/**
 * A code that is, or may be, held for an act. Prints itself without the digits.
 *
 * @param ticket drawn before the code is asked for, so that it can be given back whatever was heard
 */
record TakenCode(Purpose purpose, Mobile mobile, SmsCode code, UUID ticket) {

    static TakenCode of(Purpose purpose, Mobile mobile, SmsCode code) {
        return new TakenCode(purpose, mobile, code, UUID.randomUUID());
    }

    VerifyService.Take take() {
        return new VerifyService.Take(purpose, mobile.number(), code.digits(), ticket);
    }

    VerifyService.GiveBack giveBack() {
        return new VerifyService.GiveBack(purpose, mobile.number(), ticket);
    }

    @Override
    public String toString() {
        return purpose.wireName() + " code of " + mobile;
    }
}
