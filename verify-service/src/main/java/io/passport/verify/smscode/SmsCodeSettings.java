package io.passport.verify.smscode;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of {@link SmsCodeSeal}. Prints no secret.
 *
 * @param secret at least 32 characters; the same in every instance, and known to nobody who can read Redis
 */
@ConfigurationProperties("passport.sms-code")
record SmsCodeSettings(String secret) {

    private static final int SHORTEST = 32;

    SmsCodeSettings(@Nullable String secret) {
        if (secret == null || secret.length() < SHORTEST) {
            throw new IllegalArgumentException("passport.sms-code.secret needs at least " + SHORTEST + " characters");
        }
        this.secret = secret;
    }

    @Override
    public String toString() {
        return "SmsCodeSettings[]";
    }
}
