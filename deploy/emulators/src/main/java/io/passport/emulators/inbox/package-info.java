/** The sent SMS as JSON and as a page. */
@NullMarked
package io.passport.emulators.inbox;

import org.jspecify.annotations.NullMarked;
