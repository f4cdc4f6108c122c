package io.passport.user.realname;

import io.passport.common.api.ApiException;
import io.passport.user.attempts.AttemptCounter;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Counts the checks an account asked for, under {@code verifylimit:{<account>}}: each costs money and tells whether a
 * name and a card belong together.
 */
@Component
class IdCheckQuota {

    private final AttemptCounter counter;
    private final RealNameProperties settings;

    IdCheckQuota(AttemptCounter counter, RealNameProperties settings) {
        this.counter = counter;
        this.settings = settings;
    }

    /**
     * @throws ApiException {@code 4201} with the seconds to wait
     */
    void count(long accountId) {
        counter.count(key(accountId), settings.checksPerDay(), Duration.ofDays(1));
    }

    /** For a check that was not answered: an outage of the vendor's uses up nobody's day. */
    void release(long accountId) {
        counter.release(key(accountId));
    }

    private static String key(long accountId) {
        return "verifylimit:{" + accountId + "}";
    }
}
