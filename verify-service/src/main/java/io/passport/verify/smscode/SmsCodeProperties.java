package io.passport.verify.smscode;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of SMS codes. {@code toString} omits the secret. A wrong value ends the start with an {@link
 * IllegalArgumentException} that names the setting.
 *
 * @param secret key of the HMAC of codes, at least 32 characters, the same for all instances
 * @param maxWrongTriesPerDay for one number and purpose, over all its codes; then no code of the purpose is accepted until 24 h
 *     after the first wrong try
 */
@ConfigurationProperties("passport.sms-code")
record SmsCodeProperties(String secret, @DefaultValue("25") int maxWrongTriesPerDay) {

    private static final int MIN_SECRET_LENGTH = 32;

    SmsCodeProperties {
        if (secret == null || secret.length() < MIN_SECRET_LENGTH) {
            throw new IllegalArgumentException(
                    "passport.sms-code.secret needs at least " + MIN_SECRET_LENGTH + " characters");
        }
        if (maxWrongTriesPerDay < 1) {
            throw new IllegalArgumentException("passport.sms-code.max-wrong-tries-per-day must be at least 1");
        }
    }

    @Override
    public String toString() {
        return "SmsCodeProperties[]";
    }
}
