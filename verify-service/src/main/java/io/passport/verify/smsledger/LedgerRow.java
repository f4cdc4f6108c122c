package io.passport.verify.smsledger;

import java.time.Instant;

/**
 * A row of {@code sms_ledger}.
 *
 * @param hour its beginning
 * @param entry what was counted
 * @param amount how often
 * @param costMicros what it is estimated to have cost, in millionths of a yuan
 */
record LedgerRow(Instant hour, Entry entry, long amount, long costMicros) {}
