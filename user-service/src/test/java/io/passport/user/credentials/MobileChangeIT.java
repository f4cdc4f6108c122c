package io.passport.user.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.common.internalcall.SignedInUser;
import io.passport.common.pii.Mobile;
import io.passport.user.password.NewPassword;
import io.passport.user.password.Password;
import io.passport.user.password.PasswordHashing;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** {@code PUT /user/mobile}, in the order of its checks. */
@ExtendWith(OutputCaptureExtension.class)
class MobileChangeIT extends CredentialsIntegrationTest {

    private static final String PATH = "/api/v1.0/user/mobile";

    @Autowired
    private PasswordHashing hashing;

    private final Mobile wanted = new Mobile(someMobile());

    @Test
    void changeMobileWhenPasswordAndCodeAreRightThenTheNumberChangesAndThisSessionIsReplaced() {
        SignedInUser here = signIn();
        SignedInUser there = signIn();
        HttpResponse<String> answer = answerTo(here, "PUT", PATH, change(PASSWORD));
        assertThat(answer.body())
                .isEqualTo("{\"errno\":\"0\",\"errmsg\":\"OK\",\"data\":{\"mobile\":\"" + wanted.number() + "\"}}");
        assertThat(VERIFY_SERVICE.consumptions()).singleElement().satisfies(take -> {
            assertThat(take.path("purpose").asString()).isEqualTo("mobile");
            assertThat(take.path("mobile").asString()).isEqualTo(wanted.number());
        });
        assertThat(events()).last().isEqualTo("mobile_changed");
        assertThat(isAlive(startedBy(answer))).isTrue();
        assertThat(isAlive(here)).isFalse();
        assertThat(isAlive(there)).isTrue();
        assertThat(logIn(mobile, PASSWORD).body()).startsWith("{\"errno\":\"4004\"");
        assertThat(logIn(wanted, PASSWORD).body()).startsWith("{\"errno\":\"0\"");
        assertThat(now().credentialVersion()).isEqualTo(account.credentialVersion() + 1);
    }

    @Test
    void changeWhenNotSignedInThenRefusedBeforeTheBodyIsRead() {
        assertThat(as(null, "PUT", PATH, "{")).isEqualTo("{\"errno\":\"4101\",\"errmsg\":\"用户未登录\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"mobile\":\"1\",\"sms_code\":\"135790\",\"password\":\"correct horse 9\"}",
                "{\"sms_code\":\"135790\",\"password\":\"correct horse 9\"}",
                "{\"mobile\":\"13900001234\",\"password\":\"correct horse 9\"}",
                "{\"mobile\":\"13900001234\",\"sms_code\":\"135790\"}"
            })
    void changeMobileWhenTheBodyIsInvalidThenRefused(String json) {
        assertThat(as(signIn(), "PUT", PATH, json)).startsWith("{\"errno\":\"4103\"");
        assertThat(VERIFY_SERVICE.consumptions()).isEmpty();
    }

    @Test
    void changeMobileWhenTheNumberIsTheSameThenRefused() {
        assertThat(as(
                        signIn(),
                        "PUT",
                        PATH,
                        body("mobile", mobile.number(), "sms_code", "135790", "password", PASSWORD)))
                .isEqualTo("{\"errno\":\"4103\",\"errmsg\":\"新手机号与当前手机号相同\"}");
        assertThat(VERIFY_SERVICE.consumptions()).isEmpty();
    }

    @Test
    void changeMobileWhenTheNumberIsThePasswordThenRefused() {
        String hash = hashing.hash(new NewPassword(new Password(wanted.number())));
        SignedInUser user =
                new SignedInUser(accounts.create(new Mobile(someMobile()), hash).id(), "");
        assertThat(change(user, wanted.number())).isEqualTo("{\"errno\":\"4103\",\"errmsg\":\"密码不能是手机号\"}");
        assertThat(VERIFY_SERVICE.consumptions()).isEmpty();
    }

    @Test
    void changeMobileWhenThePasswordIsWrongThenTheCodeStaysAndItLocksTogetherWithThePasswordChange() {
        SignedInUser user = signIn();
        assertThat(change(user, "wrong horse 1")).isEqualTo("{\"errno\":\"4106\",\"errmsg\":\"密码错误\"}");
        change(user, "wrong horse 2");
        as(
                user,
                "PUT",
                "/api/v1.0/user/password",
                body("old_password", "wrong horse 3", "new_password", OTHER_PASSWORD));
        assertThat(change(user, PASSWORD)).startsWith("{\"errno\":\"4201\"").contains("retry_after");
        assertThat(VERIFY_SERVICE.consumptions()).isEmpty();
        assertThat(now().mobile()).isEqualTo(mobile);
    }

    @Test
    void changeMobileWhenTheCodeIsNotRightThenItDoesNotTellWhetherTheNumberHasAnAccount() {
        accounts.create(wanted, "{other}");
        SignedInUser user = signIn();
        VERIFY_SERVICE.answersConsume("{\"outcome\":\"EXPIRED\"}");
        assertThat(change(user, PASSWORD)).isEqualTo("{\"errno\":\"4002\",\"errmsg\":\"短信验证码已过期\"}");
        VERIFY_SERVICE.answersConsume("{\"outcome\":\"WRONG\"}");
        assertThat(change(user, PASSWORD)).isEqualTo("{\"errno\":\"4004\",\"errmsg\":\"短信验证码错误\"}");
        VERIFY_SERVICE.answersConsume("{\"outcome\":\"CONSUMED\"}");
        assertThat(change(user, PASSWORD)).isEqualTo("{\"errno\":\"4003\",\"errmsg\":\"手机号已注册\"}");
        assertThat(VERIFY_SERVICE.released()).isEmpty();
        assertThat(now().mobile()).isEqualTo(mobile);
        assertThat(logIn(mobile, PASSWORD).body()).startsWith("{\"errno\":\"0\"");
    }

    @Test
    void changeMobileWhenNoNameIsChosenThenTheNewNumberIsTheName() {
        SignedInUser user = signIn();
        change(user, PASSWORD);
        assertThat(as(user, "GET", "/api/v1.0/user", null))
                .contains("\"name\":\"" + wanted.number() + "\"", "\"mobile\":\"" + wanted.number() + "\"");
        assertThat(rename(user, mobile.number())).isEqualTo("{\"errno\":\"4001\",\"errmsg\":\"用户名已存在\"}");
        assertThat(rename(user, "Ada " + account.id())).startsWith("{\"errno\":\"0\"");
        assertThat(rename(user, wanted.number())).startsWith("{\"errno\":\"0\"");
        assertThat(now().chosenName()).isNull();
    }

    @Test
    void changeMobileWhenDoneThenTheOldNumberCanRegister() {
        change(signIn(), PASSWORD);
        assertThat(accounts.create(mobile, "{other}").id()).isNotEqualTo(account.id());
    }

    @Test
    void changeMobileWhenEightWantOneNumberAtOnceThenOneGetsIt() throws Exception {
        SignedInUser[] users = IntStream.range(0, 8)
                .mapToObj(i -> new SignedInUser(
                        accounts.create(new Mobile(someMobile()), account.passwordHash())
                                .id(),
                        ""))
                .toArray(SignedInUser[]::new);
        List<Callable<String>> all = Arrays.stream(users)
                .<Callable<String>>map(user -> () -> change(user, PASSWORD))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(users.length)) {
            List<String> answers =
                    threads.invokeAll(all).stream().map(Future::resultNow).toList();
            assertThat(answers).filteredOn(answer -> answer.contains("\"0\"")).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.contains("4003")).hasSize(users.length - 1);
        }
    }

    @Test
    void changeMobileWhenDoneThenNoNumberAndNoPasswordIsInClear(CapturedOutput output) {
        SignedInUser user = signIn();
        VERIFY_SERVICE.failsToConsume();
        change(user, PASSWORD);
        VERIFY_SERVICE.answersConsume("{\"outcome\":\"CONSUMED\"}");
        change(user, PASSWORD);
        assertThat(output).doesNotContain(wanted.number(), PASSWORD, "135790");
        assertThat(database.queryForMap("SELECT * FROM account WHERE id = ?", account.id()))
                .values()
                .map(String::valueOf)
                .noneMatch(value -> value.contains(wanted.number()));
        assertThat(database.queryForList("SELECT * FROM activity WHERE account_id = ?", account.id()))
                .map(String::valueOf)
                .noneMatch(row -> row.contains(wanted.number()));
    }

    private String change(SignedInUser user, String password) {
        return as(user, "PUT", PATH, change(password));
    }

    private String change(String password) {
        return body("mobile", wanted.number(), "sms_code", "135790", "password", password);
    }

    private String rename(SignedInUser user, String name) {
        return as(user, "PUT", "/api/v1.0/user/name", body("name", name));
    }
}
