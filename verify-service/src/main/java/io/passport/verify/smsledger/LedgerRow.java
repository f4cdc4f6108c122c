package io.passport.verify.smsledger;

import java.time.Instant;

/**
 * A row of {@code sms_ledger}.
 *
 * @param hour start of the hour
 * @param key what was counted
 * @param amount how often
 * @param costMicros estimated cost in millionths of a yuan
 */
record LedgerRow(Instant hour, LedgerKey key, long amount, long costMicros) {}
