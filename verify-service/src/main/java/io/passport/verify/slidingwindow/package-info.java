/** Counting what happened within a period that ends now, exactly, in Redis. */
@NullMarked
package io.passport.verify.slidingwindow;

import org.jspecify.annotations.NullMarked;
