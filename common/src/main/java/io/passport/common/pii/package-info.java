/** Personal values that several services read, and their masked form for logs. */
@NullMarked
package io.passport.common.pii;

import org.jspecify.annotations.NullMarked;
