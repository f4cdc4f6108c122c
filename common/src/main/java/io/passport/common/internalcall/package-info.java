/** Signed calls between services. Every endpoint names the callers that it accepts. */
@NullMarked
package io.passport.common.internalcall;

import org.jspecify.annotations.NullMarked;
