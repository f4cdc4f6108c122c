/** Failures on demand: how and how often a provider misbehaves. */
@NullMarked
package io.passport.emulators.faults;

import org.jspecify.annotations.NullMarked;
