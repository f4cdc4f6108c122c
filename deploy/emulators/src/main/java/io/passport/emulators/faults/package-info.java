/** Faults on demand: how and how often a provider fails. */
@NullMarked
package io.passport.emulators.faults;

import org.jspecify.annotations.NullMarked;
