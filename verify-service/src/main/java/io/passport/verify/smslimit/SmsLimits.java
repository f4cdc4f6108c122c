package io.passport.verify.smslimit;

import io.passport.common.personal.Mobile;
import io.passport.common.wire.Refusal;
import io.passport.verify.slidingwindow.SlidingWindows;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Decides whether one more message may be sent: {@code smslimit:{<mobile>}} and {@code smslimit:{<address>}}, see
 * {@link SlidingWindows}. The windows of a number are decided in one step, those of an address in another. In between,
 * the number is reserved though the address may still refuse: a second caller for that number may be told to wait
 * without need, but no limit is ever exceeded.
 */
@Component
public class SmsLimits {

    private final SlidingWindows windows;
    private final SmsLimitSettings settings;

    SmsLimits(SlidingWindows windows, SmsLimitSettings settings) {
        this.windows = windows;
        this.settings = settings;
    }

    /**
     * Counts one more message against everything that limits it. A refusal counts against nothing.
     *
     * @throws Refusal {@code 4201} with the seconds to wait
     * @throws org.springframework.dao.DataAccessException when Redis fails: then nothing may be sent
     */
    public SmsReservation reserve(Mobile mobile, String address) {
        SmsReservation reservation = new SmsReservation(UUID.randomUUID(), mobile, address);
        String id = reservation.id().toString();
        refuseIfPresent(windows.reserve(key(mobile), id, settings.perNumber()));
        Optional<Duration> wait = windows.reserve(key(address), id, settings.perAddress());
        if (wait.isPresent()) {
            windows.giveBack(key(mobile), id);
        }
        refuseIfPresent(wait);
        return reservation;
    }

    /**
     * Counts a message as not sent.
     *
     * @throws org.springframework.dao.DataAccessException when Redis fails
     */
    public void giveBack(SmsReservation reservation) {
        String id = reservation.id().toString();
        windows.giveBack(key(reservation.address()), id);
        windows.giveBack(key(reservation.mobile()), id);
    }

    private static void refuseIfPresent(Optional<Duration> wait) {
        if (wait.isPresent()) {
            throw Refusal.tooOften(wait.get());
        }
    }

    private static String key(Mobile mobile) {
        return key(mobile.number());
    }

    private static String key(String limited) {
        return "smslimit:{" + limited + "}";
    }
}
