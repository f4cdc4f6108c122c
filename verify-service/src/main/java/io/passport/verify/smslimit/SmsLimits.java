package io.passport.verify.smslimit;

import io.passport.common.api.ApiException;
import io.passport.common.pii.Mobile;
import io.passport.verify.slidingwindow.SlidingWindows;
import io.passport.verify.smsledger.SmsLedger;
import io.passport.verify.undo.Undo;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Decides whether one more message may be sent, before any money is spent, in two atomic steps: the windows of a number
 * ({@code smslimit:{<mobile>}}, see {@link SlidingWindows}), then all that numbers share ({@link SharedLimits}). On a
 * Redis Cluster the two lie on different nodes. In between, the number is reserved though the rest may still refuse: a
 * second caller for that number may be told to wait without need, but no limit is ever exceeded, and a refusal counts
 * against nothing. When Redis fails in between, the number is free again.
 */
@Component
public class SmsLimits {

    private static final Logger LOG = LoggerFactory.getLogger(SmsLimits.class);

    private final SlidingWindows windows;
    private final SharedLimits shared;
    private final SmsLimitSettings settings;
    private final SmsLedger ledger;
    private final Alertness alertness;

    SmsLimits(
            SlidingWindows windows,
            SharedLimits shared,
            SmsLimitSettings settings,
            SmsLedger ledger,
            Alertness alertness) {
        this.windows = windows;
        this.shared = shared;
        this.settings = settings;
        this.ledger = ledger;
        this.alertness = alertness;
    }

    /**
     * Counts one more message against everything that limits it.
     *
     * @throws ApiException {@code 4201} with the seconds to wait
     * @throws org.springframework.dao.DataAccessException when Redis fails: then nothing may be sent
     */
    public SmsReservation reserve(Asking asking) {
        UUID id = UUID.randomUUID();
        try {
            reserveNumber(asking, id);
            return new SmsReservation(id, asking, reserveShared(asking));
        } catch (RuntimeException notReserved) {
            Undo.all(numberOf(asking, id));
            throw notReserved;
        }
    }

    /** Counts a message as not sent. Throws nothing: what Redis does not take back stays counted, and is in the log. */
    public void giveBack(SmsReservation reservation) {
        Undo.all(
                new Undo("what numbers share", () -> shared.giveBack(reservation)),
                numberOf(reservation.asking(), reservation.id()));
    }

    /** A code that was sent has been used, for the first time: somebody had waited for it. Counting fails nothing. */
    public void countUsed() {
        try {
            shared.countUsed();
        } catch (DataAccessException away) {
            LOG.warn("A used SMS code was not counted: {}", away.getClass().getSimpleName());
        }
    }

    private void reserveNumber(Asking asking, UUID id) {
        Optional<Duration> wait = windows.reserve(key(asking.mobile()), id.toString(), settings.perNumber());
        if (wait.isPresent()) {
            throw refusal(asking, Limit.NUMBER, wait.get());
        }
    }

    /** When it was, in Redis's milliseconds. */
    private long reserveShared(Asking asking) {
        SharedDecision decision = shared.reserve(asking);
        alertness.note(decision.tightened());
        if (decision.refusedBy() != null) {
            throw refusal(asking, decision.refusedBy(), decision.delay());
        }
        return decision.at();
    }

    private Undo numberOf(Asking asking, UUID id) {
        return new Undo("the place of a number", () -> windows.giveBack(key(asking.mobile()), id.toString()));
    }

    private ApiException refusal(Asking asking, Limit limit, Duration wait) {
        ledger.refused(asking.purpose(), limit.word());
        return ApiException.tooManyRequests(wait);
    }

    private static String key(Mobile mobile) {
        return "smslimit:{" + mobile.number() + "}";
    }
}
