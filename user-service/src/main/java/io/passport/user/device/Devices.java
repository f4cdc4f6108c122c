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

/** The devices that each account knows: at most twenty, the one that was not seen for longest goes. */
@Repository
public class Devices {

    static final int MOST = 20;

    private static final Duration NOTED_EVERY = Duration.ofHours(1);

    private final DeviceMapper rows;
    private final Clock clock;

    Devices(DeviceMapper rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Whether somebody signed in to the account from this device before; one query, also for no account at all. */
    public boolean knows(long accountId, DeviceKey device) {
        return rows.isThere(accountId, bytes(device));
    }

    /**
     * Notes a device at a sign-in. The caller's transaction must hold the account's row, so that none is added while all
     * are forgotten.
     *
     * @param device what the client brought, if anything
     * @return the token of a device that was not known: always a new one, never what the client brought
     */
    public Optional<String> recordSignIn(long accountId, @Nullable DeviceKey device) {
        if (device != null && knows(accountId, device)) {
            rows.seen(accountId, bytes(device), now(), now().minus(NOTED_EVERY));
            return Optional.empty();
        }
        return Optional.of(add(accountId));
    }

    /**
     * Forgets all devices of the account but one.
     *
     * @param kept what the client brought, if anything; it stays as known or unknown as it is
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
        int tooMany = rows.count(accountId) + 1 - MOST;
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
