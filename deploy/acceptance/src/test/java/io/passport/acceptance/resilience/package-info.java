/** Processes that stop or are killed while requests run. */
@NullMarked
package io.passport.acceptance.resilience;

import org.jspecify.annotations.NullMarked;
