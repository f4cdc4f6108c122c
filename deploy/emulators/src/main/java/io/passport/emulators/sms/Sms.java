package io.passport.emulators.sms;

import java.time.Instant;

/**
 * An SMS that an emulated vendor sent.
 *
 * @param mobile the receiver's number, 11 digits
 * @param code the verification code in the text
 * @param text the whole text
 * @param provider the vendor's name: {@code yuntongxun}
 * @param at when it was sent
 */
public record Sms(String mobile, String code, String text, String provider, Instant at) {
    /** Without mobile, code and text, which must not be in logs. */
    @Override
    public String toString() {
        return "Sms[" + provider + " " + at + "]";
    }
}
