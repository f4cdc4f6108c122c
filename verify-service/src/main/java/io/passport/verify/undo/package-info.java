/** Taking back in Redis what was done for something that then did not happen. */
@NullMarked
package io.passport.verify.undo;

import org.jspecify.annotations.NullMarked;
