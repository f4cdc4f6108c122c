package io.passport.verify.smslimit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@link GlobalSmsLimits} to one request; {@link SmsLimits} reads it.
 *
 * @param refusedBy the exceeded limit with the longest wait; null when the message was counted
 * @param retryAfter how long to wait; 0 when the message was counted
 * @param tightened whether the limits are reduced, because few codes are used
 * @param at the time of the decision in ms since the epoch, by the clock of Redis
 */
record GlobalLimitDecision(@Nullable SmsLimit refusedBy, Duration retryAfter, boolean tightened, long at) {}
