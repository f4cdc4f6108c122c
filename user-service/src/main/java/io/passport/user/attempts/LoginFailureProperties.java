package io.passport.user.attempts;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stops the guessing of passwords.
 *
 * @param perMobile wrong passwords that lock a number, wherever they come from
 * @param perNetwork wrong passwords that lock a network, whatever the number; many people can share one
 * @param numbersPerNetwork different numbers that may have failed from one network; one more locks it
 * @param networkWithin how long wrong passwords and numbers count for their network
 * @param locks how long the first, second, … lock lasts; all further ones as long as the last
 * @param forgottenAfter so long wrong passwords count for their number; and so long after a lock's end the next is a first one again
 * @param maxWait how long a sign-in waits for others that are under way, before it is refused
 * @param rejectDelay a failure is answered no sooner after it came
 */
@ConfigurationProperties("passport.sign-in.failures")
public record LoginFailureProperties(
        @DefaultValue("5") int perMobile,
        @DefaultValue("100") int perNetwork,
        @DefaultValue("50") int numbersPerNetwork,
        @DefaultValue("1h") Duration networkWithin,
        @DefaultValue({"1m", "5m", "15m", "60m"}) List<Duration> locks,
        @DefaultValue("24h") Duration forgottenAfter,
        @DefaultValue("3500ms") Duration maxWait,
        @DefaultValue("1s") Duration rejectDelay) {

    public LoginFailureProperties {
        if (numbersPerNetwork < 1 || !networkWithin.isPositive() || rejectDelay.isNegative()) {
            throw new IllegalArgumentException("passport.sign-in.failures: limits and times must be positive");
        }
        locks = List.copyOf(locks);
        policy(perMobile, forgottenAfter, locks, forgottenAfter, maxWait);
        policy(perNetwork, networkWithin, locks, forgottenAfter, maxWait);
    }

    /** For guesses at one password. */
    public LockoutPolicy passwordPolicy() {
        return policy(perMobile, forgottenAfter, locks, forgottenAfter, maxWait);
    }

    /** For guesses at whatever password by one network. */
    public LockoutPolicy networkPolicy() {
        return policy(perNetwork, networkWithin, locks, forgottenAfter, maxWait);
    }

    /**
     * For guesses by one network at the passwords of many numbers.
     *
     * @param subject stands for the number
     */
    public DistinctSubjectLimit at(String subject) {
        return new DistinctSubjectLimit(subject, numbersPerNetwork, networkWithin);
    }

    private static LockoutPolicy policy(
            int failures, Duration within, List<Duration> locks, Duration forgottenAfter, Duration maxWait) {
        try {
            return new LockoutPolicy(failures, within, locks, forgottenAfter, maxWait);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("passport.sign-in.failures: " + wrong.getMessage(), wrong);
        }
    }
}
