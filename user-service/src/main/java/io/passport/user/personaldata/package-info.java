/** Personal values at rest: sealed with a key that can be rotated, found by a keyed index. */
@NullMarked
package io.passport.user.personaldata;

import org.jspecify.annotations.NullMarked;
