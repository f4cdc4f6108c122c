/** A Redis that keeps its data across restarts. */
@NullMarked
package io.passport.local.redis;

import org.jspecify.annotations.NullMarked;
