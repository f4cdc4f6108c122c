package io.passport.verify.smscode;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of codes. Prints no secret.
 *
 * @param secret at least 32 characters; the same in every instance, and known to nobody who can read Redis
 * @param wrongTriesADay for one number and purpose, counted over all codes, from the first; then its codes are dead for
 *     the rest of the day
 */
@ConfigurationProperties("passport.sms-code")
record SmsCodeSettings(String secret, @DefaultValue("25") int wrongTriesADay) {

    private static final int SHORTEST = 32;

    SmsCodeSettings {
        if (secret == null || secret.length() < SHORTEST) {
            throw new IllegalArgumentException("passport.sms-code.secret needs at least " + SHORTEST + " characters");
        }
        if (wrongTriesADay < 1) {
            throw new IllegalArgumentException("passport.sms-code.wrong-tries-a-day must be at least 1");
        }
    }

    @Override
    public String toString() {
        return "SmsCodeSettings[]";
    }
}
