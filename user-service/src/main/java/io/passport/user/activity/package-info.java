/** Audit log of accounts, kept for {@code passport.activity.retention}; no operation of the API shows it yet. */
@NullMarked
package io.passport.user.activity;

import org.jspecify.annotations.NullMarked;
