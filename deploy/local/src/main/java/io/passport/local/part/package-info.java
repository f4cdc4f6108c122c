/** One server of the stack as a process: start, readiness, supervision and stop. */
@NullMarked
package io.passport.local.part;

import org.jspecify.annotations.NullMarked;
