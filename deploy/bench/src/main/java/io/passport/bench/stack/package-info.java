/** A Passport that benchmarks launch for themselves, and people who have registered there. */
@NullMarked
package io.passport.bench.stack;

import org.jspecify.annotations.NullMarked;
