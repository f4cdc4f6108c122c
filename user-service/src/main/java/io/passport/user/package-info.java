/** user-service: registration, sign-in, profile and real names; owns the accounts' database. */
@NullMarked
package io.passport.user;

import org.jspecify.annotations.NullMarked;
