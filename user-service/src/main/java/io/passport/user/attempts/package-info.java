/** Limits of attempts in Redis: a counter in a fixed window, and locks after failures. */
@NullMarked
package io.passport.user.attempts;

import org.jspecify.annotations.NullMarked;
