/** Attempts to forge an identity or an address, or to reach a path that is not a route. */
@NullMarked
package io.passport.acceptance.trust;

import org.jspecify.annotations.NullMarked;
