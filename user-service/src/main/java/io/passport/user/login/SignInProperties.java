package io.passport.user.login;

import io.passport.user.attempts.DistinctSubjectLimit;
import io.passport.user.attempts.LockoutPolicy;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of signing in. With an invalid value the service does not start.
 *
 * @param maxConcurrent sign-ins by password at the same time in one instance, including those that wait; far fewer than the
 *     web server has connections
 * @param dormantAfter time without a sign-in after which an SMS code alone does not open the account; at least a day
 * @param failures when wrong passwords lock
 */
@ConfigurationProperties("passport.sign-in")
public record SignInProperties(
        @DefaultValue("2000") int maxConcurrent,
        @DefaultValue("180d") Duration dormantAfter,
        @DefaultValue Failures failures) {

    public SignInProperties {
        if (maxConcurrent < 1) {
            throw new IllegalArgumentException("passport.sign-in.max-concurrent must be at least 1");
        }
        if (dormantAfter.toDays() < 1) {
            throw new IllegalArgumentException("passport.sign-in.dormant-after must be at least a day");
        }
    }

    /**
     * When wrong passwords lock.
     *
     * @param perMobile wrong passwords that lock a mobile number, from any network
     * @param perNetwork wrong passwords that lock a network, for any number; many people can share a network
     * @param numbersPerNetwork different numbers that may fail from one network; one more locks the network
     * @param networkWithin how long a failure counts for its network
     * @param locks the lengths of the first, second, … lock; all later ones are as long as the last
     * @param forgottenAfter how long a failure counts for its number, and how long after the end of a lock the next lock
     *     is longer
     * @param maxWait how long a sign-in waits for others that are in progress before it is rejected
     * @param rejectDelay the shortest time after which a failed sign-in is answered; up to half of it is added at random
     */
    public record Failures(
            @DefaultValue("5") int perMobile,
            @DefaultValue("100") int perNetwork,
            @DefaultValue("50") int numbersPerNetwork,
            @DefaultValue("1h") Duration networkWithin,
            @DefaultValue({"1m", "5m", "15m", "60m"}) List<Duration> locks,
            @DefaultValue("24h") Duration forgottenAfter,
            @DefaultValue("3500ms") Duration maxWait,
            @DefaultValue("1s") Duration rejectDelay) {

        public Failures {
            if (numbersPerNetwork < 1 || !networkWithin.isPositive() || rejectDelay.isNegative()) {
                throw new IllegalArgumentException("passport.sign-in.failures: limits and times must be positive");
            }
            locks = List.copyOf(locks);
            policy(perMobile, forgottenAfter, locks, forgottenAfter, maxWait);
            policy(perNetwork, networkWithin, locks, forgottenAfter, maxWait);
        }

        /** For wrong passwords of one account. */
        public LockoutPolicy passwordPolicy() {
            return policy(perMobile, forgottenAfter, locks, forgottenAfter, maxWait);
        }

        /** For wrong passwords from one network. */
        LockoutPolicy networkPolicy() {
            return policy(perNetwork, networkWithin, locks, forgottenAfter, maxWait);
        }

        /** For the number of different mobile numbers that fail from one network. */
        DistinctSubjectLimit distinctNumbers(String numberDigest) {
            return new DistinctSubjectLimit(numberDigest, numbersPerNetwork, networkWithin);
        }

        /** The longest time after which a failed sign-in is answered. */
        public Duration longestRejectDelay() {
            return rejectDelay.multipliedBy(3).dividedBy(2);
        }

        private static LockoutPolicy policy(
                int failures, Duration within, List<Duration> locks, Duration forgottenAfter, Duration maxWait) {
            try {
                return new LockoutPolicy(failures, within, locks, forgottenAfter, maxWait);
            } catch (IllegalArgumentException invalid) {
                throw new IllegalArgumentException("passport.sign-in.failures: " + invalid.getMessage(), invalid);
            }
        }
    }
}
