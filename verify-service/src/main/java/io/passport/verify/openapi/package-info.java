/** The description of this service's operations, for the gateway's collection; local profile only. */
@NullMarked
package io.passport.verify.openapi;

import org.jspecify.annotations.NullMarked;
