package io.passport.verify.smsledger;

import java.time.Instant;

/**
 * A row of the table {@code sms_ledger}: one for each hour and key. {@link LedgerFlushJob} makes the rows from the counters in
 * Redis, {@link LedgerRepository} writes and reads them, and {@link SmsReport} prints them. A change here also needs a change
 * of the SQL in {@link LedgerRepository} and a migration in {@code db/migration}.
 *
 * @param hour start of the hour, in UTC
 * @param key what was counted
 * @param amount how many times it was counted in this hour
 * @param costMicros estimated cost of the whole row, not of one message, in millionths of a yuan
 */
record LedgerRow(Instant hour, LedgerKey key, long amount, long costMicros) {}
