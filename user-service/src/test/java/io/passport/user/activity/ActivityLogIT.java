package io.passport.user.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.passport.common.internalcall.Caller;
import io.passport.common.pii.Mobile;
import io.passport.user.IntegrationTest;
import io.passport.user.account.Accounts;
import io.passport.user.device.DeviceName;
import io.passport.user.personaldata.FieldCipher;
import io.passport.user.time.UtcTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ActivityLogIT extends IntegrationTest {

    private static final Caller CALLER = new Caller("gateway", null, "203.0.113.7", Instant.EPOCH, null);
    private static final DeviceName DEVICE = new DeviceName("Chrome 126 · Windows 10");

    @Autowired
    private ActivityLog activity;

    @Autowired
    private Accounts accounts;

    @Autowired
    private FieldCipher cipher;

    @Autowired
    private JdbcClient database;

    @Test
    void recordWhenCalledThenAddressAndDeviceAreEncrypted() {
        long id = accounts.create(new Mobile(someMobile()), "{none}").id();
        activity.record(id, ActivityType.PASSWORD_CHANGED, CALLER, DEVICE);
        Map<String, Object> row = database.sql("SELECT * FROM activity WHERE account_id = ?")
                .param(id)
                .query()
                .singleRow();
        assertThat(row).containsEntry("event", "password_changed").containsEntry("result", "ok");
        assertThat(row.values()).doesNotContain("203.0.113.7", DEVICE.text());
        assertThat(cipher.decrypt((String) row.get("address"), "activity.address:" + id))
                .isEqualTo("203.0.113.7");
        assertThat(cipher.decrypt((String) row.get("device"), "activity.device:" + id))
                .isEqualTo(DEVICE.text());
    }

    @Test
    void recordWhenTheDatabaseFailsThenNothingIsThrown() {
        assertThatCode(() -> activity.record(Long.MAX_VALUE, ActivityType.SIGNED_IN, CALLER, DEVICE))
                .doesNotThrowAnyException();
    }

    @Test
    void deleteWhenEntriesAreOlderThanTheRetentionThenOnlyNewerOnesStay(@Autowired ActivityMapper rows) {
        long id = accounts.create(new Mobile(someMobile()), "{none}").id();
        Clock clock = Clock.fixed(Instant.parse("2020-07-01T00:00:00Z"), ZoneOffset.UTC);
        LocalDateTime oldest = UtcTime.now(clock).minus(Duration.ofDays(30));
        for (int i = 0; i < 1001; i++) {
            rows.insert(id, oldest.minusSeconds(1), "signed_in", "ok", "", "");
        }
        rows.insert(id, oldest, "signed_in", "ok", "", "");
        new ActivityRetentionJob(rows, new ActivityProperties(Duration.ofDays(30)), clock).deleteExpired();
        assertThat(database.sql("SELECT at FROM activity WHERE account_id = ?")
                        .param(id)
                        .query(LocalDateTime.class)
                        .list())
                .containsExactly(oldest);
    }

    @Test
    void startWhenTheRetentionIsLessThanADayThenRefused() {
        assertThatThrownBy(() -> new ActivityProperties(Duration.ofHours(23)))
                .hasMessageContaining("passport.activity.retention");
    }
}
