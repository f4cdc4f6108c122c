/** Many callers at the same moment for something that is there once. */
@NullMarked
package io.passport.acceptance.races;

import org.jspecify.annotations.NullMarked;
