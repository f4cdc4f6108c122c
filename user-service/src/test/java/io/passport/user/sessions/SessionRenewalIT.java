package io.passport.user.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;

import io.passport.common.internalcall.Caller;
import io.passport.common.internalcall.SignedInUser;
import io.passport.common.pii.Mobile;
import io.passport.common.session.SessionKey;
import io.passport.user.IntegrationTest;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.device.DeviceName;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

class SessionRenewalIT extends IntegrationTest {

    private static final DeviceName PHONE = new DeviceName("Mobile Safari 17 · iOS 17");

    /** A spy, since a real Redis cannot fail in one step only. */
    @MockitoSpyBean
    private Sessions sessions;

    @Autowired
    private SessionRenewal renewal;

    @Autowired
    private Accounts accounts;

    @Autowired
    private StringRedisTemplate redis;

    private Account account;
    private SessionKey mine;
    private Caller caller;

    @BeforeEach
    void recordSignIn() {
        account = accounts.create(new Mobile(someMobile()), "{none}");
        mine = SessionKey.ofToken(sessions.start(account.id(), "203.0.113.7", PHONE.text()))
                .orElseThrow();
        SignedInUser user = new SignedInUser(account.id(), mine.digest());
        caller = new Caller("gateway", user, "203.0.113.7", Instant.now(), null);
    }

    @Test
    void renewWhenCredentialsChangedThenTheCallersSessionIsReplaced() {
        assertThat(renewal.after(account, caller, PHONE).getFirst(HttpHeaders.SET_COOKIE))
                .startsWith("session=");
        assertThat(isAlive()).isFalse();
        assertThat(alive()).isEqualTo(1);
    }

    @Test
    void renewWhenAResetCameAfterTheChangeThenNoSessionStarts() {
        Account changed = accounts.changePassword(account, "{a thief's}");
        accounts.changePassword(changed, "{the owner's}");
        assertThat(renewal.after(changed, caller, PHONE).isEmpty()).isTrue();
        assertThat(alive()).isZero();
    }

    @Test
    void renewWhenNoSessionCanBeStartedThenNothingIsThrown() {
        doThrow(new QueryTimeoutException("frozen")).when(sessions).start(anyLong(), any(), any());
        assertThat(renewal.after(account, caller, PHONE).isEmpty()).isTrue();
        assertThat(isAlive()).isFalse();
    }

    @Test
    void renewWhenTheLimitIsReachedThenNoOtherSessionEnds() {
        for (int i = 1; i < 10; i++) {
            sessions.start(account.id(), "203.0.113.8", PHONE.text());
        }
        renewal.after(account, caller, PHONE);
        assertThat(alive()).isEqualTo(10);
        assertThat(addresses()).filteredOn("203.0.113.8"::equals).hasSize(9);
    }

    @Test
    void signOutWhenTheIndexHasLostTheSessionThenItEnds() {
        redis.delete("sessions:{" + account.id() + "}");
        send("DELETE", "/api/v1.0/session", null, caller);
        assertThat(isAlive()).isFalse();
    }

    private boolean isAlive() {
        return redis.hasKey(mine.redisKey());
    }

    private List<String> addresses() {
        return sessions.newestFirst(account.id()).stream()
                .map(session -> session.record().address())
                .toList();
    }

    private int alive() {
        return sessions.newestFirst(account.id()).size();
    }
}
