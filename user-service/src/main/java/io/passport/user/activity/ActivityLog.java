package io.passport.user.activity;

import io.passport.common.internalcall.Caller;
import io.passport.user.device.DeviceName;
import io.passport.user.personaldata.FieldCipher;
import io.passport.user.time.UtcTime;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Repository;

/**
 * Writes what happened to accounts, with the client's address and device. Both are personal data and are encrypted; the
 * account's id is authenticated with them, so they cannot be moved to another account.
 */
@Repository
public class ActivityLog {

    private static final Logger LOG = LoggerFactory.getLogger(ActivityLog.class);
    private static final String OK = "ok";

    private final ActivityMapper rows;
    private final FieldCipher cipher;
    private final Clock clock;

    ActivityLog(ActivityMapper rows, FieldCipher cipher, Clock clock) {
        this.rows = rows;
        this.cipher = cipher;
        this.clock = clock;
    }

    /**
     * Writes one entry. Call it after the operation and outside of its transaction: a database error is only logged, since
     * the operation has already succeeded. The entry is then missing.
     */
    public void record(long accountId, ActivityType type, Caller caller, DeviceName device) {
        try {
            rows.insert(
                    accountId,
                    UtcTime.now(clock),
                    type.text(),
                    OK,
                    cipher.encrypt(caller.address(), "activity.address:" + accountId),
                    cipher.encrypt(device.text(), "activity.device:" + accountId));
        } catch (DataAccessException failed) {
            LOG.error("Activity {} of account {} could not be written", type, accountId, failed);
        }
    }
}
