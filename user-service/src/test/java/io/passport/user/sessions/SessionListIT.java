package io.passport.user.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import io.passport.common.api.ApiException;
import io.passport.common.internalcall.Caller;
import io.passport.common.internalcall.SignedInUser;
import io.passport.common.pii.Mobile;
import io.passport.common.session.DeviceKey;
import io.passport.common.session.SessionKey;
import io.passport.common.session.SessionLifetime;
import io.passport.user.IntegrationTest;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.device.DeviceName;
import io.passport.user.device.Devices;
import io.passport.user.time.ShanghaiTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in, {@code GET /sessions}, {@code DELETE /sessions/{id}} and {@code DELETE /sessions/others}. */
class SessionListIT extends IntegrationTest {

    private static final DeviceName PHONE = new DeviceName("Mobile Safari 17 · iOS 17");

    @Autowired
    private SignIn signIn;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Devices devices;

    @Autowired
    private SessionLifetime lifetime;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private JdbcClient database;

    private Account account;

    @BeforeEach
    void registered() {
        account = accounts.create(new Mobile(someMobile()), "{none}");
    }

    @Test
    void listWhenSeveralSessionsExistThenTheNewestIsFirst() {
        SessionKey first = begin();
        SessionKey second = begin();
        Instant seen = Instant.now().minus(Duration.ofHours(1));
        redis.expire(first.redisKey(), lifetime.idle().minusHours(1));
        List<Map<String, Object>> list = JsonPath.read(get(first), "$.data");
        assertThat(list).extracting("id").containsExactly(second.digest(), first.digest());
        assertThat(list).extracting("current").containsExactly(false, true);
        assertThat(list.getFirst())
                .containsOnlyKeys("id", "device", "address", "created_at", "last_seen_at", "current");
        assertThat(list.getFirst()).containsEntry("device", PHONE.text()).containsEntry("address", "203.0.113.7");
        assertThat((String) list.getFirst().get("created_at")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat((String) list.getLast().get("last_seen_at"))
                .isBetween(ShanghaiTime.text(seen.minusSeconds(2)), ShanghaiTime.text(seen.plusSeconds(30)));
    }

    @Test
    void endWhenItIsTheOwnSessionThenItEndsAndIsLogged() {
        SessionKey mine = begin();
        SessionKey other = begin();
        assertThat(delete("/" + other.digest(), mine)).isEqualTo("{\"errno\":\"0\",\"errmsg\":\"OK\"}");
        assertThat(redis.hasKey(other.redisKey())).isFalse();
        assertThat(delete("/" + other.digest(), mine)).isEqualTo("{\"errno\":\"4002\",\"errmsg\":\"无数据\"}");
        assertThat(events()).endsWith("session_ended");
    }

    @Test
    void endWhenItIsAnotherUsersSessionThenItStays() {
        SessionKey mine = begin();
        Account stranger = accounts.create(new Mobile(someMobile()), "{none}");
        SessionKey theirs = sessionOf(signIn.begin(stranger, SignInMethod.PASSWORD, caller(null, null), PHONE)
                .cookies());
        assertThat(delete("/" + theirs.digest(), mine)).contains("\"4002\"");
        assertThat(delete("/x", mine)).contains("\"4002\"");
        assertThat(redis.hasKey(theirs.redisKey())).isTrue();
    }

    @Test
    void endOthersWhenCalledThenOnlyTheCallersStays() {
        begin();
        begin();
        SessionKey mine = begin();
        assertThat(delete("/others", mine)).contains("\"errno\":\"0\"");
        assertThat(JsonPath.<List<String>>read(get(mine), "$.data[*].id")).containsExactly(mine.digest());
        assertThat(events()).endsWith("sessions_ended");
    }

    @Test
    void sessionsWhenDeletedThenOnlyTheCallersEnds() {
        SessionKey other = begin();
        SessionKey mine = begin();
        assertThat(delete("", mine)).contains("\"errno\":\"0\"");
        assertThat(redis.hasKey(mine.redisKey())).isFalse();
        assertThat(redis.hasKey(other.redisKey())).isTrue();
    }

    @Test
    void currentWhenTheAccountDoesNotExistThenNotSignedIn() {
        assertThat(call("GET", "/api/v1.0/session", null, 1L << 40).body())
                .isEqualTo("{\"errno\":\"4101\",\"errmsg\":\"false\"}");
    }

    @Test
    void callWhenNotSignedInThenRefused() {
        assertThat(call("GET", "/api/v1.0/sessions", null, null).body()).contains("\"4101\"");
        assertThat(call("DELETE", "/api/v1.0/sessions/others", null, null).body())
                .contains("\"4101\"");
        assertThat(call("DELETE", "/api/v1.0/sessions/x", null, null).body()).contains("\"4101\"");
    }

    @Test
    void beginWhenTheClientSendsASessionThenItEnds() {
        SessionKey former = begin();
        SessionKey now = sessionOf(signIn.begin(account, SignInMethod.PASSWORD, caller(former, null), PHONE)
                .cookies());
        assertThat(redis.hasKey(former.redisKey())).isFalse();
        assertThat(redis.hasKey(now.redisKey())).isTrue();
    }

    @Test
    void beginWhenTheDeviceIsNewThenItGetsACookieAndNeverTheOneItSent() {
        HttpHeaders first = signIn.begin(account, SignInMethod.REGISTRATION, caller(null, null), PHONE)
                .cookies();
        assertThat(first.get(HttpHeaders.SET_COOKIE)).hasSize(2);
        assertThat(first.get(HttpHeaders.SET_COOKIE).getLast())
                .matches("device=[\\w-]{43}; Path=/; Max-Age=34560000; Expires=[^;]+; HttpOnly; SameSite=Lax");
        DeviceKey known = deviceOf(first);
        assertThat(signIn.begin(account, SignInMethod.PASSWORD, caller(null, known), PHONE)
                        .cookies()
                        .get(HttpHeaders.SET_COOKIE))
                .hasSize(1);
        DeviceKey planted = DeviceKey.ofToken("P".repeat(43)).orElseThrow();
        assertThat(deviceOf(signIn.begin(account, SignInMethod.PASSWORD, caller(null, planted), PHONE)
                        .cookies()))
                .isNotEqualTo(planted);
        assertThat(devices.knows(account.id(), planted)).isFalse();
        assertThat(events()).containsExactly("registered", "signed_in", "signed_in_from_new_device");
    }

    @Test
    void beginWhenTwentyDevicesExistThenTheLeastRecentIsForgotten() {
        DeviceKey oldest = deviceOf(signIn.begin(account, SignInMethod.PASSWORD, caller(null, null), PHONE)
                .cookies());
        database.sql("UPDATE device SET last_seen_at = '2026-01-01' WHERE account_id = ?")
                .param(account.id())
                .update();
        DeviceKey seenAgain = deviceOf(signIn.begin(account, SignInMethod.PASSWORD, caller(null, null), PHONE)
                .cookies());
        database.sql(
                        "UPDATE device SET last_seen_at = '2025-01-01' WHERE account_id = ? AND last_seen_at > '2026-02-01'")
                .param(account.id())
                .update();
        signIn.begin(account, SignInMethod.PASSWORD, caller(null, seenAgain), PHONE)
                .cookies();
        for (int i = 2; i <= 20; i++) {
            signIn.begin(account, SignInMethod.PASSWORD, caller(null, null), PHONE);
        }
        assertThat(devices.knows(account.id(), oldest)).isFalse();
        assertThat(devices.knows(account.id(), seenAgain)).isTrue();
        devices.forgetAll(account.id());
        assertThat(devices.knows(account.id(), seenAgain)).isFalse();
    }

    @Test
    void beginWhenThePasswordWasResetMeanwhileThenNoSessionStarts() {
        accounts.changePassword(account, "{other}");
        assertThatThrownBy(() -> signIn.begin(account, SignInMethod.PASSWORD, caller(null, null), PHONE)
                        .cookies())
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.text()).isEqualTo("用户名或密码错误"));
        assertThatThrownBy(() -> signIn.begin(account, SignInMethod.REGISTRATION, caller(null, null), PHONE)
                        .cookies())
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.text()).isEqualTo("账户信息刚刚变更，请重试"));
        assertThat(redis.hasKey("sessions:{" + account.id() + "}")).isFalse();
        assertThat(events()).isEmpty();
        assertThat(database.sql("SELECT COUNT(*) FROM device WHERE account_id = ?")
                        .param(account.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private SessionKey begin() {
        return sessionOf(signIn.begin(account, SignInMethod.PASSWORD, caller(null, null), PHONE)
                .cookies());
    }

    private String get(SessionKey session) {
        return send("GET", "/api/v1.0/sessions", null, caller(session, null)).body();
    }

    private String delete(String path, SessionKey session) {
        return send("DELETE", "/api/v1.0/sessions" + path, null, caller(session, null))
                .body();
    }

    private List<String> events() {
        return database.sql("SELECT event FROM activity WHERE account_id = ? ORDER BY id")
                .param(account.id())
                .query(String.class)
                .list();
    }

    private Caller caller(@Nullable SessionKey session, @Nullable DeviceKey device) {
        SignedInUser user = session == null ? null : new SignedInUser(account.id(), session.digest());
        return new Caller("gateway", user, "203.0.113.7", Instant.now(), device);
    }

    private static SessionKey sessionOf(HttpHeaders headers) {
        return SessionKey.ofToken(cookieOf(headers, SessionKey.COOKIE)).orElseThrow();
    }

    private static DeviceKey deviceOf(HttpHeaders headers) {
        return DeviceKey.ofToken(cookieOf(headers, DeviceKey.COOKIE)).orElseThrow();
    }

    private static String cookieOf(HttpHeaders headers, String name) {
        return headers.getOrEmpty(HttpHeaders.SET_COOKIE).stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }
}
