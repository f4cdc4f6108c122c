/** Start-up checks that stop a service with unsafe settings. */
@NullMarked
package io.passport.acceptance.startupcheck;

import org.jspecify.annotations.NullMarked;
