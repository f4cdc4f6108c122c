/** Rate limiting with exact sliding windows in Redis. */
@NullMarked
package io.passport.verify.slidingwindow;

import org.jspecify.annotations.NullMarked;
