/** Sign-in sessions in Redis: user-service creates and ends them, the gateway reads, extends and ends them. */
@NullMarked
package io.passport.common.session;

import org.jspecify.annotations.NullMarked;
