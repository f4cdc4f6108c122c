/** Attempts to be somebody else, to come from elsewhere, or to reach what is no route. */
@NullMarked
package io.passport.acceptance.trust;

import org.jspecify.annotations.NullMarked;
