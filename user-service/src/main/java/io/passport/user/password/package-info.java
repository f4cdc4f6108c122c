/** Passwords: their rules, their hashes, and comparing them. */
@NullMarked
package io.passport.user.password;

import org.jspecify.annotations.NullMarked;
