/** Signing in with mobile number and password or SMS code, and the limits against guessing. */
@NullMarked
package io.passport.user.login;

import org.jspecify.annotations.NullMarked;
