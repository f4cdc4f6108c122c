package io.passport.common.violators;

import org.springframework.data.redis.core.StringRedisTemplate;

/** Breaks {@code commonUsesNoDatabaseAndNoSpringData}. */
record UsesSpringData(StringRedisTemplate redis) {}
