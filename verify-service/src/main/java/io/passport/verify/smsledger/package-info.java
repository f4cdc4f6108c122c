/** The SMS ledger: outcomes of messages and codes, counted by the hour; in Redis at once, in the database for 90 days. */
@NullMarked
package io.passport.verify.smsledger;

import org.jspecify.annotations.NullMarked;
