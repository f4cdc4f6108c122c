/** The test of start-up checks that is the same for every service. */
@NullMarked
package io.passport.testing.startupcheck;

import org.jspecify.annotations.NullMarked;
