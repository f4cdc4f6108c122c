package io.passport.verify.smslimit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the shared limits said.
 *
 * @param refusedBy the limit that makes wait longest; null when a place was reserved
 * @param delay how long to wait
 * @param tightened whether the limits were cut for want of used codes
 * @param at when, in Redis's milliseconds
 */
record SharedDecision(@Nullable Limit refusedBy, Duration delay, boolean tightened, long at) {}
