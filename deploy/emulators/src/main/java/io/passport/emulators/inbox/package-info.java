/** The SMS that the emulated providers took, as JSON and as a page. */
@NullMarked
package io.passport.emulators.inbox;

import org.jspecify.annotations.NullMarked;
