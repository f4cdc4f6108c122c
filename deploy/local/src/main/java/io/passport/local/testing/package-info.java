/** Real servers for the tests of all modules, on ports that nobody else has; no stack uses it. */
@NullMarked
package io.passport.local.testing;

import org.jspecify.annotations.NullMarked;
