package io.passport.verify.smscode;

import io.passport.verify.smsledger.SmsLedger;
import io.passport.verify.smslimit.SmsLimits;
import org.springframework.stereotype.Component;

/**
 * Tries a code on behalf of who asked for it, and keeps the books: a code that was used is a message that was wanted, once
 * however often it is taken.
 */
@Component
class TakingSmsCode {

    private final SmsCodes codes;
    private final SmsLimits limits;
    private final SmsLedger ledger;

    TakingSmsCode(SmsCodes codes, SmsLimits limits, SmsLedger ledger) {
        this.codes = codes;
        this.limits = limits;
        this.ledger = ledger;
    }

    /**
     * As {@link SmsCodes#take}.
     *
     * @throws org.springframework.dao.DataAccessException when Redis fails
     */
    Taking take(SmsCode tried, Ticket ticket) {
        Taking outcome = codes.take(tried, ticket);
        switch (outcome) {
            case TAKEN -> {
                limits.countUsed();
                ledger.verified(tried.purpose().wireName());
            }
            case WRONG -> ledger.wrong(tried.purpose().wireName());
            case TAKEN_AGAIN, EXPIRED -> {
                // counted then, or nothing was tried
            }
        }
        return outcome;
    }
}
