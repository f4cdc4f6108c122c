/** Checks at start-up that inner timeouts end before outer ones. */
@NullMarked
package io.passport.common.timeout;

import org.jspecify.annotations.NullMarked;
