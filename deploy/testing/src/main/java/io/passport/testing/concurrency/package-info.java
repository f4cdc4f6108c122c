/** Calls that begin at the same moment. */
@NullMarked
package io.passport.testing.concurrency;

import org.jspecify.annotations.NullMarked;
