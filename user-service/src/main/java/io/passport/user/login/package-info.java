/** Signing in with mobile and password or SMS code, and what stops guessing. */
@NullMarked
package io.passport.user.login;

import org.jspecify.annotations.NullMarked;
