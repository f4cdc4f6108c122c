/** Processes that end, told to or killed, while others call. */
@NullMarked
package io.passport.acceptance.resilience;

import org.jspecify.annotations.NullMarked;
