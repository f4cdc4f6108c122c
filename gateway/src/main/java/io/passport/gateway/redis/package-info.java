/** The connection to Redis for the commands that each request sends. */
@NullMarked
package io.passport.gateway.redis;

import org.jspecify.annotations.NullMarked;
