package io.passport.verify.smslimit;

import java.util.UUID;

/**
 * The right to send one message, for {@link SmsLimits#giveBack}.
 *
 * @param id unique
 * @param asking what it counts against
 * @param at when it was made, in Redis's milliseconds
 */
public record SmsReservation(UUID id, Asking asking, long at) {}
