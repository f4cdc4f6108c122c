/** Forty callers compete at the same time for one code, number, name or card. */
@NullMarked
package io.passport.acceptance.races;

import org.jspecify.annotations.NullMarked;
