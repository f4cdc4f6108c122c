package io.passport.user.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;

import io.passport.common.internalcall.SignedInUser;
import io.passport.common.pii.Mobile;
import io.passport.user.account.Account;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;

/** {@code POST /passwords}, in the order of its checks. */
class PasswordResetIT extends CredentialsIntegrationTest {

    @Test
    void resetWhenTheCodeIsRightThenAllSessionsEndAndAllDevicesAreForgotten() {
        SignedInUser here = signIn();
        SignedInUser there = signIn();
        assertThat(devices()).isPositive();
        var answer = call("POST", "/api/v1.0/passwords", forgotten(mobile.number()), null);
        assertThat(answer.body()).isEqualTo(OK);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(VERIFY_SERVICE.consumptions()).singleElement().satisfies(take -> {
            assertThat(take.path("purpose").asString()).isEqualTo("reset");
            assertThat(take.path("mobile").asString()).isEqualTo(mobile.number());
        });
        assertThat(VERIFY_SERVICE.released()).isEmpty();
        assertThat(isAlive(here)).isFalse();
        assertThat(isAlive(there)).isFalse();
        assertThat(devices()).isZero();
        assertThat(events()).last().isEqualTo("password_reset");
        assertThat(logIn(mobile, PASSWORD).body()).startsWith("{\"errno\":\"4004\"");
        assertThat(logIn(mobile, OTHER_PASSWORD).body()).startsWith("{\"errno\":\"0\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"mobile\":\"1\",\"sms_code\":\"135790\",\"password\":\"another horse 7\"}",
                "{\"mobile\":\"13900001234\",\"password\":\"another horse 7\"}",
                "{\"mobile\":\"13900001234\",\"sms_code\":\"13579\",\"password\":\"another horse 7\"}",
                "{\"mobile\":\"13900001234\",\"sms_code\":\"135790\"}",
                "{\"mobile\":\"13900001234\",\"sms_code\":\"135790\",\"password\":\"12345678\"}"
            })
    void resetWhenTheBodyIsInvalidThenRefusedBeforeTheCodeIsConsumed(String json) {
        assertThat(as(null, "POST", "/api/v1.0/passwords", json)).startsWith("{\"errno\":\"4103\"");
        assertThat(VERIFY_SERVICE.consumptions()).isEmpty();
    }

    @Test
    void answerWhenTheCodeIsNotRightThenItDoesNotTellWhetherThereIsAnAccount() {
        VERIFY_SERVICE.answersConsume("{\"outcome\":\"EXPIRED\"}");
        assertThat(reset(someMobile())).isEqualTo("{\"errno\":\"4002\",\"errmsg\":\"短信验证码已过期\"}");
        VERIFY_SERVICE.answersConsume("{\"outcome\":\"WRONG\"}");
        assertThat(reset(someMobile())).isEqualTo("{\"errno\":\"4004\",\"errmsg\":\"短信验证码错误\"}");
    }

    @Test
    void answerWhenTheNumberHasNoAccountThenTheCodeStaysConsumed() {
        assertThat(reset(someMobile())).isEqualTo("{\"errno\":\"4104\",\"errmsg\":\"用户不存在或未激活\"}");
        assertThat(VERIFY_SERVICE.released()).isEmpty();
    }

    @Test
    void resetWhenTheAccountIsDormantThenNothingChanges() {
        SignedInUser user = signIn();
        lastSignedInDaysAgo(181);
        Account before = now();
        assertThat(reset(mobile.number())).startsWith("{\"errno\":\"4104\"").contains("联系客服");
        assertThat(VERIFY_SERVICE.released()).isEmpty();
        assertThat(now()).isEqualTo(before);
        assertThat(isAlive(user)).isTrue();
    }

    @Test
    void resetWhenFortyUseTheSameCodeThenOneSucceeds() throws Exception {
        VERIFY_SERVICE.isConsumedOnce();
        List<Callable<String>> all = IntStream.range(0, 40)
                .<Callable<String>>mapToObj(i -> () -> as(
                        null,
                        "POST",
                        "/api/v1.0/passwords",
                        body("mobile", mobile.number(), "sms_code", "135790", "password", "chosen by number " + i)))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(40)) {
            List<String> answers =
                    threads.invokeAll(all).stream().map(Future::resultNow).toList();
            assertThat(answers).filteredOn(OK::equals).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.contains("4002")).hasSize(39);
            assertThat(now().credentialVersion()).isEqualTo(account.credentialVersion() + 1);
            assertThat(logIn(mobile, "chosen by number " + answers.indexOf(OK)).body())
                    .startsWith("{\"errno\":\"0\"");
        }
    }

    @Test
    void resetWhenSignInsWithTheOldPasswordRunThenNoneStaysSignedIn() throws Exception {
        List<Callable<String>> all = IntStream.range(0, 20)
                .<Callable<String>>mapToObj(i -> () -> i == 10
                        ? reset(mobile.number())
                        : logIn(mobile, PASSWORD).body())
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(all.size())) {
            assertThat(threads.invokeAll(all).get(10).get()).isEqualTo(OK);
        }
        assertThat(redis.opsForZSet().zCard("sessions:{" + account.id() + "}")).isZero();
        assertThat(devices()).isZero();
    }

    @Test
    void resetWhenTheNumberIsLockedThenItCanSignInAgain() {
        for (int i = 0; i < 3; i++) {
            logIn(mobile, "wrong horse 1");
        }
        assertThat(logIn(mobile, PASSWORD).body()).startsWith("{\"errno\":\"4201\"");
        assertThat(reset(mobile.number())).isEqualTo(OK);
        assertThat(logIn(mobile, OTHER_PASSWORD).body()).startsWith("{\"errno\":\"0\"");
    }

    @Test
    void resetWhenReauthenticationIsLockedThenItIsPossibleAgain() {
        SignedInUser stolen = signIn();
        for (int i = 0; i < 3; i++) {
            change(stolen, "wrong horse 1");
        }
        assertThat(change(stolen, PASSWORD)).startsWith("{\"errno\":\"4201\"");
        assertThat(reset(mobile.number())).isEqualTo(OK);
        assertThat(change(stolen, OTHER_PASSWORD)).isEqualTo(OK);
    }

    @Test
    void resetWhenSessionsCannotBeEndedThenTheCodeIsReleased() {
        SignedInUser user = signIn();
        doThrow(new QueryTimeoutException("frozen"))
                .doCallRealMethod()
                .when(sessions)
                .endAll(anyLong());
        assertThat(reset(mobile.number())).startsWith("{\"errno\":\"4001\"");
        await().untilAsserted(() -> assertThat(VERIFY_SERVICE.released()).hasSize(1));
        assertThat(reset(mobile.number())).isEqualTo(OK);
        assertThat(isAlive(user)).isFalse();
    }

    @Test
    void resetWhenLocksCannotBeEndedThenItSucceeds() {
        doThrow(new QueryTimeoutException("frozen")).when(lockouts).forget(anyString());
        assertThat(reset(mobile.number())).isEqualTo(OK);
        assertThat(VERIFY_SERVICE.released()).isEmpty();
        assertThat(events()).containsExactly("password_reset");
        assertThat(logIn(mobile, OTHER_PASSWORD).body()).startsWith("{\"errno\":\"0\"");
    }

    @Test
    void changeWhenAResetCameAfterTheReauthenticationThenRefused() {
        Account asProved = now();
        reset(mobile.number());
        assertThatThrownBy(() -> accounts.changePassword(asProved, "{other}"))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> accounts.changeMobile(asProved, new Mobile(someMobile())))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(logIn(mobile, OTHER_PASSWORD).body()).startsWith("{\"errno\":\"0\"");
    }

    private String change(SignedInUser user, String old) {
        return as(user, "PUT", "/api/v1.0/user/password", body("old_password", old, "new_password", "a third horse 3"));
    }

    private String reset(String number) {
        return as(null, "POST", "/api/v1.0/passwords", forgotten(number));
    }

    private static String forgotten(String number) {
        return body("mobile", number, "sms_code", "135790", "password", OTHER_PASSWORD);
    }
}
