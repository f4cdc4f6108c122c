package io.passport.user.device;

import io.passport.common.session.DeviceKey;
import io.passport.common.session.SessionToken;
import io.passport.user.time.UtcTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * The devices from which users signed in to an account. An account has at most twenty; one more replaces the one that was not
 * seen for longest. All methods throw {@code DataAccessException} when the database is unavailable.
 */
@Repository
public class Devices {

    static final int MAX_PER_ACCOUNT = 20;

    private static final Duration UPDATE_INTERVAL = Duration.ofHours(1);

    private final DeviceMapper rows;
    private final Clock clock;

    Devices(DeviceMapper rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Whether this device signed in to the account before; one query, also when no such account exists. */
    public boolean knows(long accountId, DeviceKey device) {
        return rows.isThere(accountId, bytes(device));
    }

    /**
     * Saves a device at a sign-in. The caller's transaction must hold the account's row, so that no device is added while all
     * are forgotten.
     *
     * @param device what the client sent, if anything
     * @return the token of a device that was not known; always a new token, never the one that the client sent
     */
    public Optional<String> recordSignIn(long accountId, @Nullable DeviceKey device) {
        if (device != null && knows(accountId, device)) {
            rows.seen(accountId, bytes(device), now(), now().minus(UPDATE_INTERVAL));
            return Optional.empty();
        }
        return Optional.of(add(accountId));
    }

    /**
     * Forgets all devices of the account except one.
     *
     * @param kept what the client sent, if anything; an unknown device does not become known
     */
    public void forgetOthers(long accountId, @Nullable DeviceKey kept) {
        if (kept == null) {
            forgetAll(accountId);
        } else {
            rows.forgetOthers(accountId, bytes(kept));
        }
    }

    /** Forgets all devices of the account. */
    public void forgetAll(long accountId) {
        rows.forgetAll(accountId);
    }

    private String add(long accountId) {
        String token = SessionToken.random();
        int tooMany = rows.count(accountId) + 1 - MAX_PER_ACCOUNT;
        if (tooMany > 0) {
            rows.forgetOldest(accountId, tooMany);
        }
        rows.add(accountId, bytes(DeviceKey.ofToken(token).orElseThrow()), now());
        return token;
    }

    private LocalDateTime now() {
        return UtcTime.now(clock);
    }

    private static byte[] bytes(DeviceKey device) {
        return Base64.getUrlDecoder().decode(device.digest());
    }
}
