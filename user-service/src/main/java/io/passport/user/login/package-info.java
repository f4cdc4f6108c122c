/** Signing in with mobile and password, and what stops guessing. */
@NullMarked
package io.passport.user.login;

import org.jspecify.annotations.NullMarked;
