/** Accounts, sign-in, profile and real names; the only service with a database. */
@NullMarked
package io.passport.user;

import org.jspecify.annotations.NullMarked;
