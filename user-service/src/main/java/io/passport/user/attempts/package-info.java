/** Counting what may be tried only so often, and locking what failed too often. */
@NullMarked
package io.passport.user.attempts;

import org.jspecify.annotations.NullMarked;
