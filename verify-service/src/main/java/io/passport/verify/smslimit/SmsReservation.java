package io.passport.verify.smslimit;

import io.passport.common.personal.Mobile;
import java.util.UUID;

/**
 * The right to send one message, for {@link SmsLimits#giveBack}.
 *
 * @param id unique
 * @param mobile the number that it counts against
 * @param address the client's address that it counts against
 */
public record SmsReservation(UUID id, Mobile mobile, String address) {}
