/** Starts, lists and ends sessions in Redis. The gateway reads, extends and deletes them too. */
@NullMarked
package io.passport.user.sessions;

import org.jspecify.annotations.NullMarked;
