/** Pictures that a person reads and a machine does not: made, kept for five minutes, spent by one comparison. */
@NullMarked
package io.passport.verify.imagecode;

import org.jspecify.annotations.NullMarked;
