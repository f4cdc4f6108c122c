/** Real servers and bad ports for the tests of all modules; no stack uses it. */
@NullMarked
package io.passport.local.testing;

import org.jspecify.annotations.NullMarked;
