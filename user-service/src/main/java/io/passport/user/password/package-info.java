/** Passwords: what may be one, and how one is kept and compared. */
@NullMarked
package io.passport.user.password;

import org.jspecify.annotations.NullMarked;
