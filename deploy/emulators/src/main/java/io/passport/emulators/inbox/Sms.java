package io.passport.emulators.inbox;

import java.time.Instant;

/**
 * An SMS that a provider took.
 *
 * @param mobile the receiver's number, 11 digits
 * @param code the code in it
 * @param text what the receiver would read
 * @param provider the provider's name as in faults: {@code yuntongxun}
 * @param at when it was taken
 */
public record Sms(String mobile, String code, String text, String provider, Instant at) {

    /** Masked, since an SMS is personal and its code opens an account for a while. */
    @Override
    public String toString() {
        return "Sms[" + provider + " " + at + "]";
    }
}
