package io.passport.verify.smslimit;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reports when the limits are tightened and when they are restored: a line in the log, and the gauge {@code
 * passport.sms.tightened} (1 or 0) as of the last request to this instance. Two concurrent requests may report their decisions
 * in the wrong order; the next request corrects it. It decides nothing: each request follows its own decision from Redis.
 */
@Component
class TighteningMonitor {

    private static final Logger LOG = LoggerFactory.getLogger(TighteningMonitor.class);

    private final AtomicBoolean tightened = new AtomicBoolean();

    TighteningMonitor(MeterRegistry meters) {
        meters.gauge("passport.sms.tightened", tightened, now -> now.get() ? 1 : 0);
    }

    /** Reports a decision. {@link SmsLimits} calls it for each decision about the shared limits. */
    void update(boolean now) {
        if (tightened.compareAndSet(!now, now)) {
            LOG.warn(
                    now
                            ? "Few SMS codes are used: the SMS limits are tightened"
                            : "SMS codes are used again: the SMS limits are restored");
        }
    }
}
