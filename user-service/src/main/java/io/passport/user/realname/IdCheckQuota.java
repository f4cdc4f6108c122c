package io.passport.user.realname;

import io.passport.common.api.ApiException;
import io.passport.user.attempts.AttemptCounter;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Limits the checks of an account, counted under {@code verifylimit:{<account>}}: each costs money, and tells whether a name
 * and a card belong together.
 */
@Component
class IdCheckQuota {

    private final AttemptCounter counter;
    private final RealNameProperties properties;

    IdCheckQuota(AttemptCounter counter, RealNameProperties properties) {
        this.counter = counter;
        this.properties = properties;
    }

    /**
     * Counts one check.
     *
     * @throws ApiException {@code 4201} with the seconds to wait, when the quota of 24 hours is used up
     * @throws org.springframework.dao.DataAccessException when Redis is unavailable; then the caller makes no check
     */
    void count(long accountId) {
        counter.count(key(accountId), properties.checksPerDay(), Duration.ofDays(1));
    }

    /**
     * Takes back a check that the vendor did not answer, so that an outage does not use up the quota.
     *
     * @throws org.springframework.dao.DataAccessException when Redis is unavailable; then the check stays counted
     */
    void release(long accountId) {
        counter.release(key(accountId));
    }

    private static String key(long accountId) {
        return "verifylimit:{" + accountId + "}";
    }
}
