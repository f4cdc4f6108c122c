/** How connections behave while Redis is unavailable. */
@NullMarked
package io.passport.common.redis;

import org.jspecify.annotations.NullMarked;
