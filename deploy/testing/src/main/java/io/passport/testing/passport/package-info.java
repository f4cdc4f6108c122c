/** All of Passport as processes of this machine, with its own home and ports. */
@NullMarked
package io.passport.testing.passport;

import org.jspecify.annotations.NullMarked;
