package io.passport.verify.smslimit;

import io.passport.common.api.ApiException;
import io.passport.common.pii.Mobile;
import io.passport.verify.compensation.Compensation;
import io.passport.verify.slidingwindow.SlidingWindows;
import io.passport.verify.smsledger.SmsLedger;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Decides whether one more message may be sent, in two atomic steps: the windows of the number ({@code
 * smslimit:{<mobile>}}, see {@link SlidingWindows}), then the limits that many numbers share ({@link GlobalSmsLimits}). On a
 * Redis Cluster the two are on different nodes. When the second step refuses or Redis fails, the first is released. Between the
 * steps another request for the same number may be refused although it would fit; no limit is ever exceeded.
 */
@Component
public class SmsLimits {

    private static final Logger LOG = LoggerFactory.getLogger(SmsLimits.class);

    private final SlidingWindows windows;
    private final GlobalSmsLimits global;
    private final SmsLimitProperties settings;
    private final SmsLedger ledger;
    private final TighteningMonitor tightening;

    SmsLimits(
            SlidingWindows windows,
            GlobalSmsLimits global,
            SmsLimitProperties settings,
            SmsLedger ledger,
            TighteningMonitor tightening) {
        this.windows = windows;
        this.global = global;
        this.settings = settings;
        this.ledger = ledger;
        this.tightening = tightening;
    }

    /**
     * Counts one message against all limits.
     *
     * @throws ApiException {@code 4201} with the seconds to wait; then the message counts against no limit
     * @throws org.springframework.dao.DataAccessException when Redis fails: then do not send
     */
    public SmsReservation reserve(SmsQuotaRequest request) {
        UUID id = UUID.randomUUID();
        try {
            reserveForNumber(request, id);
            return new SmsReservation(id, request, reserveGlobal(request));
        } catch (RuntimeException notReserved) {
            Compensation.runAll(releaseOfNumber(request, id));
            throw notReserved;
        }
    }

    /** Counts a message as not sent. Throws nothing: when Redis fails the message stays counted, with a line in the log. */
    public void release(SmsReservation reservation) {
        Compensation.runAll(
                new Compensation("release of the global SMS limits", () -> global.release(reservation)),
                releaseOfNumber(reservation.request(), reservation.id()));
    }

    /** Counts a code as used. Call it once for each code. Throws nothing: when Redis fails it is not counted. */
    public void countUsed() {
        try {
            global.countUsed();
        } catch (DataAccessException unavailable) {
            LOG.warn(
                    "A used SMS code was not counted: {}",
                    unavailable.getClass().getSimpleName());
        }
    }

    private void reserveForNumber(SmsQuotaRequest request, UUID id) {
        Optional<Duration> wait = windows.reserve(key(request.mobile()), id.toString(), settings.perNumber());
        if (wait.isPresent()) {
            throw rejection(request, SmsLimit.NUMBER, wait.get());
        }
    }

    /** Returns the time of the decision, see {@link GlobalLimitDecision#at}. */
    private long reserveGlobal(SmsQuotaRequest request) {
        GlobalLimitDecision decision = global.reserve(request);
        tightening.update(decision.tightened());
        if (decision.refusedBy() != null) {
            throw rejection(request, decision.refusedBy(), decision.retryAfter());
        }
        return decision.at();
    }

    private Compensation releaseOfNumber(SmsQuotaRequest request, UUID id) {
        return new Compensation(
                "release of the SMS limit of a number", () -> windows.release(key(request.mobile()), id.toString()));
    }

    private ApiException rejection(SmsQuotaRequest request, SmsLimit limit, Duration retryAfter) {
        ledger.refused(request.purpose(), limit.label());
        return ApiException.tooManyRequests(retryAfter);
    }

    private static String key(Mobile mobile) {
        return "smslimit:{" + mobile.number() + "}";
    }
}
