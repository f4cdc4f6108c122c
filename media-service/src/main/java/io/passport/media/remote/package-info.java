/** The bounds that every call to another process keeps: a time limit, a circuit breaker, and no lost request id. */
@NullMarked
package io.passport.media.remote;

import org.jspecify.annotations.NullMarked;
