/** How often the emulated vendors let one number be sent to. */
@NullMarked
package io.passport.emulators.ratelimit;

import org.jspecify.annotations.NullMarked;
