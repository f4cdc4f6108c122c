package io.passport.user.login;

import io.passport.common.api.ApiException;
import io.passport.common.internalcall.Caller;
import io.passport.common.pii.Mobile;
import io.passport.user.attempts.Attempt;
import io.passport.user.attempts.LockoutPolicy;
import io.passport.user.attempts.Lockouts;
import io.passport.user.attempts.LoginFailureProperties;
import io.passport.user.device.Devices;
import io.passport.user.personaldata.BlindIndex;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Stops the guessing of passwords. What fails is counted
 *
 * <pre>
 * loginfail:{mobile:&lt;digest&gt;}        by number, wherever it comes from
 * loginfail:{network:203.0.113.7}    by network, whatever the number, and for how many different numbers
 * loginfail:{device:&lt;digest&gt;}        instead of both, from a device that the account knows
 * </pre>
 *
 * So nobody who locks a number locks its owner out of a known device. Each key lies in a slot of its own and is decided by
 * itself, the network first: what a locked network sends locks no number, and what is sent to a locked number is a failure
 * of its network. What waited in vain for others is none: it may be the owner's, while somebody hammers the number.
 *
 * <p>A number's digest is an HMAC: these keys tell no number, registered or not.
 */
@Component
public class LoginAttempts {

    private static final int DIGEST_BYTES = 12;

    private final Lockouts lockouts;
    private final LoginFailureProperties settings;
    private final Devices devices;
    private final BlindIndex index;

    LoginAttempts(Lockouts lockouts, LoginFailureProperties settings, Devices devices, BlindIndex index) {
        this.lockouts = lockouts;
        this.settings = settings;
        this.devices = devices;
        this.index = index;
    }

    /**
     * Begins to sign in.
     *
     * @param accountId whose number it is; zero for nobody's, which takes the same steps
     * @throws ApiException {@code 4201} with the seconds to wait, when there were too many failures
     */
    LoginAttempt begin(Mobile mobile, long accountId, Caller caller) {
        if (caller.device() != null && devices.knows(accountId, caller.device())) {
            String key = "loginfail:{device:" + caller.device().digest() + "}";
            return new LoginAttempt(lockouts.begin(key, settings.passwordPolicy()), null);
        }
        long startedAt = System.nanoTime();
        Attempt network = lockouts.begin(
                "loginfail:{network:" + caller.network() + "}", settings.networkPolicy(), settings.at(digest(mobile)));
        Duration waited = Duration.ofNanos(System.nanoTime() - startedAt);
        return new LoginAttempt(begin(mobile, settings.passwordPolicy().after(waited), network), network);
    }

    /** Lets the number sign in again: whoever holds it has shown that they are there. */
    public void forget(Mobile mobile) {
        lockouts.forget(keyOf(mobile));
    }

    private Attempt begin(Mobile mobile, LockoutPolicy policy, Attempt network) {
        try {
            return lockouts.begin(keyOf(mobile), policy, network::failed);
        } catch (ApiException | DataAccessException notBegun) {
            network.close();
            throw notBegun;
        }
    }

    String keyOf(Mobile mobile) {
        return "loginfail:{mobile:" + digest(mobile) + "}";
    }

    private String digest(Mobile mobile) {
        byte[] whole = index.of("loginfail", mobile.number());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, DIGEST_BYTES));
    }
}
