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
 * What happened to accounts, with the address and the device it came from. Where an account was used from is personal:
 * both are encrypted, bound to the account.
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
     * Writes down what has happened. To be called afterwards and outside of its transaction: when it cannot be written,
     * that is logged and nothing else, since what happened has happened, and to answer that it failed would be wrong.
     */
    public void record(long accountId, ActivityType event, Caller caller, DeviceName device) {
        ActivityRow row = new ActivityRow();
        row.accountId = accountId;
        row.at = UtcTime.now(clock);
        row.event = event.text();
        row.result = OK;
        row.address = cipher.encrypt(caller.address(), "activity.address:" + accountId);
        row.device = cipher.encrypt(device.text(), "activity.device:" + accountId);
        try {
            rows.insert(row);
        } catch (DataAccessException failed) {
            LOG.error("ActivityLog {} of account {} could not be written", event, accountId, failed);
        }
    }
}
