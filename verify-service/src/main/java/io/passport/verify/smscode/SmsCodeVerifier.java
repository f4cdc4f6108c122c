package io.passport.verify.smscode;

import io.passport.verify.smsledger.SmsLedger;
import io.passport.verify.smslimit.SmsLimits;
import org.springframework.stereotype.Component;

/**
 * Verifies codes and counts the results: in the ledger, and as used for the tightening of the SMS limits. A code counts once,
 * also when it is released and consumed again. {@link InternalSmsCodeController} calls it.
 */
@Component
class SmsCodeVerifier {

    private final SmsCodes codes;
    private final SmsLimits limits;
    private final SmsLedger ledger;

    SmsCodeVerifier(SmsCodes codes, SmsLimits limits, SmsLedger ledger) {
        this.codes = codes;
        this.limits = limits;
        this.ledger = ledger;
    }

    /**
     * Compares a code and, if it is right, consumes it, see {@link SmsCodes#consume}.
     *
     * @throws org.springframework.dao.DataAccessException when Redis fails at the comparison; a failure of counting is only
     *     logged
     */
    VerificationResult consume(SmsCode code, ConsumptionId consumptionId) {
        VerificationResult outcome = codes.consume(code, consumptionId);
        switch (outcome) {
            case CONSUMED -> {
                limits.countUsed();
                ledger.verified(code.purpose().wireName());
            }
            case WRONG -> ledger.wrong(code.purpose().wireName());
            case CONSUMED_AGAIN, EXPIRED -> {
                // counted before, or nothing to count
            }
        }
        return outcome;
    }
}
