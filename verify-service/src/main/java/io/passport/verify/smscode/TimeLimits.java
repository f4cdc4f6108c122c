package io.passport.verify.smscode;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Checks at start-up, on the settings as they were resolved, that an order is answered before the gateway gives up even if
 * Redis fails in the course of it. Before a provider is asked, the first failure of Redis is the answer, after one more
 * wait to undo. The longest is when Redis fails while the provider takes all its time: then the ledger waits for Redis, and
 * what is undone, all at once.
 */
@Component
class TimeLimits {

    private static final int WAITS_AFTER_THE_PROVIDER = 2;

    /**
     * @throws IllegalStateException naming the settings, when the parts may take longer than the whole
     */
    TimeLimits(
            @Value("${passport.sms.deadline}") Duration deadline,
            @Value("${spring.data.redis.timeout}") Duration redis,
            @Value("${passport.gateway-timeout}") Duration gateway) {
        Duration longest = deadline.plus(redis.multipliedBy(WAITS_AFTER_THE_PROVIDER));
        if (longest.compareTo(gateway) >= 0) {
            throw new IllegalStateException(
                    "passport.sms.deadline (%s) and twice spring.data.redis.timeout (%s) must be shorter than passport.gateway-timeout (%s)"
                            .formatted(deadline, redis, gateway));
        }
    }
}
