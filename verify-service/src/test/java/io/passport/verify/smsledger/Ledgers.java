package io.passport.verify.smsledger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The ledger as the service has it. */
public final class Ledgers {

    private Ledgers() {}

    public static SmsLedger over(StringRedisTemplate redis) {
        return new SmsLedger(redis, new SimpleMeterRegistry(), Clock.systemUTC());
    }
}
