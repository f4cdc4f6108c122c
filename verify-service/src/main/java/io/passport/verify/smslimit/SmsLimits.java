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
 * Decides whether one more message may be sent, in two atomic steps: first the windows of the number ({@code
 * smslimit:{<mobile>}}, see {@link SlidingWindows}), then the limits that many numbers share ({@link GlobalSmsLimits}). On a
 * Redis Cluster the keys of the two steps can be on different nodes, so one script cannot do both. When the second step rejects
 * or Redis fails, the first is released. Between the steps, another request for the same number can be rejected although its
 * message would be within the limits. No limit is ever exceeded.
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
     * Counts one message against all limits. {@code SmsCodeSender} calls it before it sends.
     *
     * @throws ApiException {@code 4201} with the seconds to wait; then the message counts against no limit. If Redis fails
     *     while the number's limit is released, the message stays counted for the number
     * @throws org.springframework.dao.DataAccessException when Redis fails: then do not send. When Redis does not answer in
     *     time in the second step, it may still count the message against the shared limits; this count is not released
     */
    public SmsReservation reserve(SmsQuotaRequest request) {
        UUID id = UUID.randomUUID();
        try {
            reserveForNumber(request, id);
            return new SmsReservation(id, request, reserveGlobal(request));
        } catch (RuntimeException notReserved) {
            Compensation.runAll(releaseNumberLimit(request, id));
            throw notReserved;
        }
    }

    /**
     * Removes a message that was not sent from all limits. {@code SmsCodeSender} calls it. Throws nothing: when Redis fails,
     * the message stays counted, and a warning is logged.
     */
    public void release(SmsReservation reservation) {
        Compensation.runAll(
                new Compensation("release of the global SMS limits", () -> global.release(reservation)),
                releaseNumberLimit(reservation.request(), reservation.id()));
    }

    /**
     * Counts a code as used, for the tightening of the limits. {@code SmsCodeVerifier} calls it when a code is consumed for the
     * first time. Throws nothing: when Redis fails, the code is not counted, and a warning is logged.
     */
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
        // a later request may update first; the next request corrects it
        tightening.update(decision.tightened());
        if (decision.refusedBy() != null) {
            throw rejection(request, decision.refusedBy(), decision.retryAfter());
        }
        return decision.at();
    }

    private Compensation releaseNumberLimit(SmsQuotaRequest request, UUID id) {
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
