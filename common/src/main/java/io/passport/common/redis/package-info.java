/** How every service's connection to Redis behaves while Redis is away. */
@NullMarked
package io.passport.common.redis;

import org.jspecify.annotations.NullMarked;
