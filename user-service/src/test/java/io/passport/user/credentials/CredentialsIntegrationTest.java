package io.passport.user.credentials;

import io.passport.common.internalcall.Caller;
import io.passport.common.internalcall.SignedInUser;
import io.passport.common.pii.Mobile;
import io.passport.common.session.SessionKey;
import io.passport.user.SmsCodeIntegrationTest;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.attempts.Lockouts;
import io.passport.user.password.ImportedHashes;
import io.passport.user.sessions.Sessions;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** A registered user who signs in from several clients and changes password or mobile. */
abstract class CredentialsIntegrationTest extends SmsCodeIntegrationTest {

    static final String PASSWORD = ImportedHashes.PASSWORD;
    static final String OTHER_PASSWORD = "another horse 7";
    static final String OK = "{\"errno\":\"0\",\"errmsg\":\"OK\"}";

    /** A spy, since a real Redis cannot fail in one step only. */
    @MockitoSpyBean
    Sessions sessions;

    @MockitoSpyBean
    Lockouts lockouts;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcTemplate database;

    @Autowired
    StringRedisTemplate redis;

    final Mobile mobile = new Mobile(someMobile());
    Account account;

    @BeforeEach
    void register() {
        account = accounts.create(mobile, ImportedHashes.all()[1]);
    }

    SignedInUser signIn() {
        return startedBy(logIn(mobile, PASSWORD));
    }

    /** The user of the session in the answer's cookie. */
    SignedInUser startedBy(HttpResponse<String> answer) {
        String token = cookieOf(answer, SessionKey.COOKIE);
        return new SignedInUser(
                account.id(), SessionKey.ofToken(token).orElseThrow().digest());
    }

    static String cookieOf(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer.body()));
    }

    HttpResponse<String> logIn(Mobile mobile, String password) {
        return call("POST", "/api/v1.0/sessions", body("mobile", mobile.number(), "password", password), null);
    }

    boolean isAlive(SignedInUser user) {
        return redis.hasKey(new SessionKey(user.session()).redisKey());
    }

    String as(@Nullable SignedInUser user, String method, String path, @Nullable String json) {
        return answerTo(user, method, path, json).body();
    }

    HttpResponse<String> answerTo(@Nullable SignedInUser user, String method, String path, @Nullable String json) {
        return send(method, path, json, new Caller("gateway", user, address, Instant.now(), null));
    }

    /** The activity log of the account, oldest first. */
    List<String> events() {
        return database.queryForList(
                "SELECT event FROM activity WHERE account_id = ? ORDER BY id", String.class, account.id());
    }

    int devices() {
        return database.queryForObject("SELECT COUNT(*) FROM device WHERE account_id = ?", Integer.class, account.id());
    }

    void lastSignedInDaysAgo(int days) {
        database.update(
                "UPDATE account SET signed_in_at = ? WHERE id = ?",
                LocalDateTime.now(ZoneOffset.UTC).minusDays(days),
                account.id());
    }

    Account now() {
        return accounts.require(account.id());
    }

    /** A JSON object of alternating names and texts. */
    static String body(String... namesAndTexts) {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            json.append(i == 0 ? "" : ",").append("\"%s\":\"%s\"".formatted(namesAndTexts[i], namesAndTexts[i + 1]));
        }
        return json.append('}').toString();
    }
}
