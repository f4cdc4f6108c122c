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
 * @param patience how long a sign-in waits for others that are under way, before it is refused
 * @param answerAfter a failure is answered no sooner after it came
 */
@ConfigurationProperties("passport.sign-in.failures")
public record GuessingSettings(
        @DefaultValue("5") int perMobile,
        @DefaultValue("100") int perNetwork,
        @DefaultValue("50") int numbersPerNetwork,
        @DefaultValue("1h") Duration networkWithin,
        @DefaultValue({"1m", "5m", "15m", "60m"}) List<Duration> locks,
        @DefaultValue("24h") Duration forgottenAfter,
        @DefaultValue("3500ms") Duration patience,
        @DefaultValue("1s") Duration answerAfter) {

    public GuessingSettings {
        if (numbersPerNetwork < 1 || !networkWithin.isPositive() || answerAfter.isNegative()) {
            throw new IllegalArgumentException("passport.sign-in.failures: limits and times must be positive");
        }
        locks = List.copyOf(locks);
        policy(perMobile, forgottenAfter, locks, forgottenAfter, patience);
        policy(perNetwork, networkWithin, locks, forgottenAfter, patience);
    }

    /** For guesses at one password. */
    public LockoutPolicy atOnePassword() {
        return policy(perMobile, forgottenAfter, locks, forgottenAfter, patience);
    }

    /** For guesses at whatever password by one network. */
    public LockoutPolicy byOneNetwork() {
        return policy(perNetwork, networkWithin, locks, forgottenAfter, patience);
    }

    /**
     * For guesses by one network at the passwords of many numbers.
     *
     * @param subject stands for the number
     */
    public Spread at(String subject) {
        return new Spread(subject, numbersPerNetwork, networkWithin);
    }

    private static LockoutPolicy policy(
            int failures, Duration within, List<Duration> locks, Duration forgottenAfter, Duration patience) {
        try {
            return new LockoutPolicy(failures, within, locks, forgottenAfter, patience);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("passport.sign-in.failures: " + wrong.getMessage(), wrong);
        }
    }
}
