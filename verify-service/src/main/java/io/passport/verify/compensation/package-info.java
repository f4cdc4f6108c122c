/** Compensation: reverts changes in Redis after a later step failed. */
@NullMarked
package io.passport.verify.compensation;

import org.jspecify.annotations.NullMarked;
