package io.passport.verify.smslimit;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Says when the guard tightens and when it relaxes: a line in the log, and the gauge {@code passport.sms.tightened}, 1 or
 * 0, as this instance last saw it.
 */
@Component
class Alertness {

    private static final Logger LOG = LoggerFactory.getLogger(Alertness.class);

    private final AtomicBoolean tightened = new AtomicBoolean();

    Alertness(MeterRegistry meters) {
        meters.gauge("passport.sms.tightened", tightened, now -> now.get() ? 1 : 0);
    }

    void note(boolean now) {
        if (tightened.compareAndSet(!now, now)) {
            LOG.warn(now ? "Few SMS codes are used: the SMS limits are cut" : "SMS codes are used again: full limits");
        }
    }
}
