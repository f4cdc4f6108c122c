package io.passport.user.login;

import io.passport.common.personal.Mobile;
import io.passport.common.wire.Refusal;
import io.passport.user.attempts.AttemptCounter;
import org.springframework.stereotype.Component;

/**
 * Counts failed sign-ins, by number under {@code loginfail:{mobile:13800000000}} and by address under
 * {@code loginfail:{address:203.0.113.7}}. An attempt is counted before the password is looked at and taken back when it
 * was right. Each key is decided by itself, in a slot of its own: an attempt on a locked number still counts for its
 * address.
 */
@Component
class LoginAttempts {

    private final AttemptCounter counter;
    private final LoginAttemptsSettings settings;

    LoginAttempts(AttemptCounter counter, LoginAttemptsSettings settings) {
        this.counter = counter;
        this.settings = settings;
    }

    /**
     * Counts an attempt.
     *
     * @throws Refusal {@code 4201} with the seconds to wait, when there were too many
     */
    void begin(Mobile mobile, String address) {
        counter.count(byAddress(address), settings.perAddress(), settings.window());
        counter.count(byMobile(mobile), settings.perMobile(), settings.window());
    }

    /** The attempt was no failure: the number's count starts anew, the address has it back. */
    void succeeded(Mobile mobile, String address) {
        counter.clear(byMobile(mobile));
        counter.undo(byAddress(address));
    }

    private static String byMobile(Mobile mobile) {
        return "loginfail:{mobile:" + mobile.number() + "}";
    }

    private static String byAddress(String address) {
        return "loginfail:{address:" + address + "}";
    }
}
