/** The annotations of tests that use the launched Passport. */
@NullMarked
package io.passport.acceptance;

import org.jspecify.annotations.NullMarked;
