package io.passport.common.violators;

import io.lettuce.core.RedisClient;

/** Breaks {@code onlyCommonRedisUsesLettuce}. */
record UsesLettuce(RedisClient client) {}
