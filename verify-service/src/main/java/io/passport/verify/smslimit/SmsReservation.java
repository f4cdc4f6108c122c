package io.passport.verify.smslimit;

import java.util.UUID;

/**
 * A message that was counted against all limits; {@link SmsLimits#release} removes it.
 *
 * @param id identifies the message in the windows of its number
 * @param request what was counted
 * @param at the time it was counted in ms since the epoch, by the clock of Redis
 */
public record SmsReservation(UUID id, SmsQuotaRequest request, long at) {}
