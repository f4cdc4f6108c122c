package io.passport.verify.smsledger;

import io.passport.verify.smsprovider.SmsProvider;

/** Violates an architecture rule: the ledger must not know the providers. */
public record LedgerThatSends(SmsProvider provider) {}
