package io.passport.user.smscode;

import io.passport.common.pii.Mobile;
import java.util.UUID;

/**
 * A code that is, or may be, consumed for one action. {@link #toString} has no digits of the code.
 *
 * @param consumptionId chosen before the code is consumed, so that the code can be released even if verify-service did not
 *     answer
 */
record CodeReservation(Purpose purpose, Mobile mobile, SmsCode code, UUID consumptionId) {

    static CodeReservation of(Purpose purpose, Mobile mobile, SmsCode code) {
        return new CodeReservation(purpose, mobile, code, UUID.randomUUID());
    }

    VerifyServiceClient.ConsumeRequest consumeRequest() {
        return new VerifyServiceClient.ConsumeRequest(purpose, mobile.number(), code.digits(), consumptionId);
    }

    VerifyServiceClient.ReleaseRequest releaseRequest() {
        return new VerifyServiceClient.ReleaseRequest(purpose, mobile.number(), consumptionId);
    }

    @Override
    public String toString() {
        return purpose.wireName() + " code of " + mobile;
    }
}
