/** Personal values that more than one service reads from the wire, and how they are masked wherever they are printed. */
@NullMarked
package io.passport.common.pii;

import org.jspecify.annotations.NullMarked;
