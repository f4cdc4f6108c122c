/** HTTP calls to a service under test, signed as the gateway or another service signs them. */
@NullMarked
package io.passport.testing.internalcall;

import org.jspecify.annotations.NullMarked;
