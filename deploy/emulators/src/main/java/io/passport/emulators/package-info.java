/** Stand-ins for the paid third parties, which speak their real protocols and check their real signatures. */
@NullMarked
package io.passport.emulators;

import org.jspecify.annotations.NullMarked;
