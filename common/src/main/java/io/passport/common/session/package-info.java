/** A sign-in session as it lies in Redis: user-service writes it, the gateway reads it. */
@NullMarked
package io.passport.common.session;

import org.jspecify.annotations.NullMarked;
