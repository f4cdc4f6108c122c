package io.passport.emulators.sms;

import io.passport.emulators.faults.Provider;

/** An emulated SMS vendor. A fault for the target {@code sms} hits all of them. */
public interface SmsVendor extends Provider {

    @Override
    default boolean isTarget(String target) {
        return target.equals("sms") || target.equals(name());
    }
}
