/** Counting what may be tried only so often. */
@NullMarked
package io.passport.user.attempts;

import org.jspecify.annotations.NullMarked;
