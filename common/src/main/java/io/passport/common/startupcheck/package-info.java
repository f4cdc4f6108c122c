/** Checks of settings before a service starts outside the local profile. */
@NullMarked
package io.passport.common.startupcheck;

import org.jspecify.annotations.NullMarked;
