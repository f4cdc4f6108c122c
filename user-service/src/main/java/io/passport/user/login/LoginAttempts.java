package io.passport.user.login;

import io.passport.common.api.ApiException;
import io.passport.common.internalcall.Caller;
import io.passport.common.pii.Mobile;
import io.passport.user.attempts.Attempt;
import io.passport.user.attempts.LockoutPolicy;
import io.passport.user.attempts.Lockouts;
import io.passport.user.device.Devices;
import io.passport.user.personaldata.BlindIndex;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Limits password guessing. Failures are counted in Redis:
 *
 * <pre>
 * loginfail:{mobile:&lt;digest&gt;}        by number, from any network
 * loginfail:{network:203.0.113.7}    by network, for any number; also the number of different numbers
 * loginfail:{device:&lt;digest&gt;}        instead of both, from a device that the account knows
 * </pre>
 *
 * So an attacker who locks a number does not lock its owner out of a known device. Each key is decided by itself, the network
 * first: attempts from a locked network do not count for the number, and attempts on a locked number count for their network.
 * An attempt that timed out while it waited for others counts for nothing: it may be the owner's, during an attack on the
 * number.
 *
 * <p>A number's digest is an HMAC, so the keys contain no number, and do not tell which numbers are registered.
 */
@Component
public class LoginAttempts {

    private static final int DIGEST_BYTES = 12;

    private final Lockouts lockouts;
    private final SignInProperties.Failures properties;
    private final Devices devices;
    private final BlindIndex index;

    LoginAttempts(Lockouts lockouts, SignInProperties properties, Devices devices, BlindIndex index) {
        this.lockouts = lockouts;
        this.properties = properties.failures();
        this.devices = devices;
        this.index = index;
    }

    /**
     * Begins a sign-in by password.
     *
     * @param accountId the number's account; zero when it has none, which takes the same steps
     * @throws ApiException {@code 4201} with the seconds to wait, while locked or when others took too long
     * @throws DataAccessException when Redis or the database is unavailable; then nothing is counted
     */
    LoginAttempt begin(Mobile mobile, long accountId, Caller caller) {
        LockoutPolicy policy = properties.passwordPolicy();
        if (caller.device() != null && devices.knows(accountId, caller.device())) {
            String key = "loginfail:{device:" + caller.device().digest() + "}";
            return new LoginAttempt(lockouts.begin(key, policy), null);
        }
        long startedAt = System.nanoTime();
        Attempt network = lockouts.begin(
                "loginfail:{network:" + caller.network() + "}",
                properties.networkPolicy(),
                properties.distinctNumbers(digest(mobile)));
        Duration waited = Duration.ofNanos(System.nanoTime() - startedAt);
        return new LoginAttempt(begin(mobile, policy.after(waited), network), network);
    }

    /**
     * Ends the mobile number's lock. Called after a password reset.
     *
     * @throws DataAccessException when Redis is unavailable
     */
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
