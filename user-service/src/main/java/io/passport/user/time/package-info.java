/** How the API writes points in time. */
@NullMarked
package io.passport.user.time;

import org.jspecify.annotations.NullMarked;
