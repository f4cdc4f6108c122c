package io.passport.user.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.common.pii.Mobile;
import io.passport.user.SmsCodeIntegrationTest;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.password.ImportedHashes;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class SmsLoginIT extends SmsCodeIntegrationTest {

    private static final Duration DORMANT = Duration.ofDays(180);

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcTemplate database;

    private final Mobile mobile = new Mobile(someMobile());

    @Test
    void logInWhenTheCodeIsRightThenSignedIn() {
        Account account = exists();
        HttpResponse<String> answer = logIn("\"password\":\"\",\"sms_code\":\" １３５ 790\"");
        assertThat(answer.body())
                .isEqualTo("{\"errno\":\"0\",\"errmsg\":\"OK\",\"data\":{\"user_id\":" + account.id() + "}}");
        assertThat(answer.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("session="));
        assertThat(VERIFY_SERVICE.consumptions()).singleElement().satisfies(take -> {
            assertThat(take.path("purpose").asString()).isEqualTo("login");
            assertThat(take.path("mobile").asString()).isEqualTo(mobile.number());
            assertThat(take.path("code").asString()).isEqualTo("135790");
        });
        assertThat(VERIFY_SERVICE.released()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"x\":1",
                "\"sms_code\":null",
                "\"sms_code\":\"13579\"",
                "\"sms_code\":\"abcdef\"",
                "\"sms_code\":[]",
                "\"sms_code\":\"135790\",\"password\":\"correct horse 9\""
            })
    void logInWhenNotExactlyOneProofIsSentThenRefused(String proof) {
        assertThat(logIn(proof).body()).startsWith("{\"errno\":\"4103\"");
        assertThat(VERIFY_SERVICE.consumptions()).isEmpty();
    }

    @Test
    void answerWhenTheCodeIsNotRightThenItDoesNotTellWhetherThereIsAnAccount() {
        VERIFY_SERVICE.answersConsume("{\"outcome\":\"EXPIRED\"}");
        assertThat(logIn("\"sms_code\":\"135790\"").body()).isEqualTo("{\"errno\":\"4002\",\"errmsg\":\"短信验证码已过期\"}");
        VERIFY_SERVICE.answersConsume("{\"outcome\":\"WRONG\"}");
        assertThat(logIn("\"sms_code\":\"135790\"").body()).isEqualTo("{\"errno\":\"4004\",\"errmsg\":\"短信验证码错误\"}");
    }

    @Test
    void answerWhenTheNumberHasNoAccountThenTheCodeStaysConsumed() {
        assertThat(logIn("\"sms_code\":\"135790\"").body()).isEqualTo("{\"errno\":\"4104\",\"errmsg\":\"用户不存在或未激活\"}");
        assertThat(VERIFY_SERVICE.released()).isEmpty();
    }

    @Test
    void logInByCodeWhenTheAccountIsDormantThenRefusedUntilASignInByPassword() {
        Account account = exists();
        signedInBefore(account, DORMANT.plusMinutes(1));
        assertThat(logIn("\"sms_code\":\"135790\"").body())
                .startsWith("{\"errno\":\"4104\"")
                .contains("超过 180 天未登录", "使用密码登录", "联系客服");
        assertThat(VERIFY_SERVICE.released()).isEmpty();
        assertThat(logIn("\"password\":\"" + ImportedHashes.PASSWORD + "\"").body())
                .startsWith("{\"errno\":\"0\"");
        assertThat(logIn("\"sms_code\":\"135790\"").body()).startsWith("{\"errno\":\"0\"");
    }

    @Test
    void logInByCodeWhenTheAccountIsNotDormantYetThenSignedIn() {
        signedInBefore(exists(), DORMANT.minusHours(1));
        assertThat(logIn("\"sms_code\":\"135790\"").body()).startsWith("{\"errno\":\"0\"");
    }

    @Test
    void answerWhenVerifyServiceIsUnavailableThenThirdPartyError() {
        VERIFY_SERVICE.answersConsume("{\"errno\":\"4001\",\"errmsg\":\"数据库查询错误\"}");
        assertThat(logIn("\"sms_code\":\"135790\"").body()).isEqualTo("{\"errno\":\"4001\",\"errmsg\":\"数据库查询错误\"}");
        VERIFY_SERVICE.failsToConsume();
        assertThat(logIn("\"sms_code\":\"135790\"").body()).startsWith("{\"errno\":\"4301\"");
    }

    private Account exists() {
        return accounts.create(mobile, ImportedHashes.all()[0]);
    }

    private void signedInBefore(Account account, Duration ago) {
        database.update(
                "UPDATE account SET signed_in_at = ? WHERE id = ?",
                LocalDateTime.now(ZoneOffset.UTC).minus(ago),
                account.id());
    }

    private HttpResponse<String> logIn(String proof) {
        return call("POST", "/api/v1.0/sessions", "{\"mobile\":\"" + mobile.number() + "\"," + proof + "}", null);
    }
}
