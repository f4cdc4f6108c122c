/** Emulators of the paid third parties. They speak the vendors' protocols and check the vendors' signatures. */
@NullMarked
package io.passport.emulators;

import org.jspecify.annotations.NullMarked;
