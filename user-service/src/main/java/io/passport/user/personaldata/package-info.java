/** Personal values at rest: encrypted with a key that can be rotated, found by a keyed index. */
@NullMarked
package io.passport.user.personaldata;

import org.jspecify.annotations.NullMarked;
