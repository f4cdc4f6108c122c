package io.passport.user.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;

import io.passport.common.internalcall.Caller;
import io.passport.common.internalcall.SignedInUser;
import io.passport.common.session.DeviceKey;
import io.passport.user.device.Devices;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.QueryTimeoutException;

/** {@code PUT /user/password}, in the order of its checks. */
@ExtendWith(OutputCaptureExtension.class)
class PasswordChangeIT extends CredentialsIntegrationTest {

    private static final String PATH = "/api/v1.0/user/password";

    @Autowired
    private Devices devices;

    @Test
    void changePasswordWhenTheOldOneIsRightThenAllSessionsEndAndThisOneIsReplaced() {
        SignedInUser here = signIn();
        SignedInUser there = signIn();
        HttpResponse<String> answer = answerTo(here, "PUT", PATH, passwords(PASSWORD, OTHER_PASSWORD));
        assertThat(answer.body()).isEqualTo(OK);
        assertThat(isAlive(startedBy(answer))).isTrue();
        assertThat(isAlive(here)).isFalse();
        assertThat(isAlive(there)).isFalse();
        assertThat(logIn(mobile, PASSWORD).body()).startsWith("{\"errno\":\"4004\"");
        assertThat(logIn(mobile, OTHER_PASSWORD).body()).startsWith("{\"errno\":\"0\"");
        assertThat(events()).containsOnlyOnce("password_changed");
        assertThat(now().credentialVersion()).isEqualTo(account.credentialVersion() + 1);
    }

    @Test
    void changePasswordWhenDoneThenOtherDevicesAreForgotten() {
        DeviceKey mine = deviceOf(logIn(mobile, PASSWORD));
        DeviceKey theirs = deviceOf(logIn(mobile, PASSWORD));
        SignedInUser user = signIn();
        Caller caller = new Caller("gateway", user, address, Instant.now(), mine);
        assertThat(send("PUT", PATH, passwords(PASSWORD, OTHER_PASSWORD), caller)
                        .body())
                .isEqualTo(OK);
        assertThat(devices.knows(account.id(), mine)).isTrue();
        assertThat(devices.knows(account.id(), theirs)).isFalse();
        assertThat(devices()).isOne();
        assertThat(change(user, OTHER_PASSWORD, PASSWORD)).isEqualTo(OK);
        assertThat(devices()).isZero();
    }

    @Test
    void changeWhenNotSignedInThenRefusedBeforeTheBodyIsRead() {
        assertThat(as(null, "PUT", PATH, "{")).isEqualTo("{\"errno\":\"4101\",\"errmsg\":\"用户未登录\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"old_password\":\"correct horse 9\"}",
                "{\"new_password\":\"another horse 7\"}",
                "{\"old_password\":\"correct horse 9\",\"new_password\":\"short\"}",
                "{\"old_password\":\"correct horse 9\",\"new_password\":\"password1\"}",
                "{\"old_password\":\"correct horse 9\",\"new_password\":12345678901}",
                "{\"old_password\":\"\",\"new_password\":\"another horse 7\"}"
            })
    void changePasswordWhenTheBodyIsInvalidThenRefused(String json) {
        assertThat(as(signIn(), "PUT", PATH, json)).startsWith("{\"errno\":\"4103\"");
    }

    @Test
    void changePasswordWhenTheNewOneIsTheSameInAnotherFormThenRefused() {
        SignedInUser user = signIn();
        assertThat(change(user, PASSWORD, PASSWORD)).isEqualTo("{\"errno\":\"4103\",\"errmsg\":\"新密码不能与旧密码相同\"}");
        assertThat(change(user, "e\u0301clair au chocolat", "\u00E9clair au chocolat"))
                .startsWith("{\"errno\":\"4103\"");
    }

    @Test
    void changePasswordWhenTheNewOneIsTheOwnNumberThenRefusedFirst() {
        SignedInUser user = signIn();
        for (int i = 0; i < 3; i++) {
            assertThat(change(user, "wrong horse 1", mobile.number()))
                    .isEqualTo("{\"errno\":\"4103\",\"errmsg\":\"密码不能是手机号\"}");
        }
        assertThat(change(user, PASSWORD, mobile.number())).startsWith("{\"errno\":\"4103\"");
        assertThat(logIn(mobile, PASSWORD).body()).startsWith("{\"errno\":\"0\"");
    }

    @Test
    void changePasswordWhenTheOldOneIsWrongTooOftenThenItLocksButSignInWorks() {
        SignedInUser user = signIn();
        for (int i = 0; i < 3; i++) {
            assertThat(change(user, "wrong horse 1", OTHER_PASSWORD))
                    .isEqualTo("{\"errno\":\"4106\",\"errmsg\":\"旧密码错误\"}");
        }
        assertThat(change(user, PASSWORD, OTHER_PASSWORD))
                .startsWith("{\"errno\":\"4201\"")
                .contains("retry_after");
        assertThat(logIn(mobile, PASSWORD).body()).startsWith("{\"errno\":\"0\"");
    }

    @Test
    void changePasswordWhenTheRightOneComesThenFailuresAreForgotten() {
        SignedInUser user = signIn();
        change(user, "wrong horse 1", OTHER_PASSWORD);
        change(user, "wrong horse 2", OTHER_PASSWORD);
        assertThat(change(user, PASSWORD, OTHER_PASSWORD)).isEqualTo(OK);
        change(user, "wrong horse 3", PASSWORD);
        change(user, "wrong horse 4", PASSWORD);
        assertThat(change(user, OTHER_PASSWORD, PASSWORD)).isEqualTo(OK);
    }

    @Test
    void changePasswordWhenSessionsCannotBeEndedThenNothingChanges() {
        SignedInUser here = signIn();
        SignedInUser there = signIn();
        doThrow(new QueryTimeoutException("frozen"))
                .doCallRealMethod()
                .when(sessions)
                .endAll(anyLong());
        assertThat(change(here, PASSWORD, OTHER_PASSWORD)).startsWith("{\"errno\":\"4001\"");
        assertThat(now().credentialVersion()).isEqualTo(account.credentialVersion());
        assertThat(devices()).isEqualTo(2);
        assertThat(isAlive(there)).isTrue();
        assertThat(change(here, PASSWORD, OTHER_PASSWORD)).isEqualTo(OK);
        assertThat(isAlive(there)).isFalse();
    }

    @Test
    void changePasswordWhenSentTwiceThenTheSecondIsTheWrongPassword() throws Exception {
        SignedInUser user = signIn();
        List<Callable<String>> clicks = Collections.nCopies(2, () -> change(user, PASSWORD, OTHER_PASSWORD));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<String> answers =
                    threads.invokeAll(clicks).stream().map(Future::resultNow).toList();
            assertThat(answers).containsOnlyOnce(OK).contains("{\"errno\":\"4106\",\"errmsg\":\"旧密码错误\"}");
        }
    }

    @Test
    void changePasswordWhenDoneThenNoPasswordIsInClear(CapturedOutput output) {
        change(signIn(), PASSWORD, OTHER_PASSWORD);
        assertThat(now().passwordHash()).startsWith("{argon2id}").doesNotContain("horse");
        assertThat(output).doesNotContain(PASSWORD, OTHER_PASSWORD);
    }

    private String change(SignedInUser user, String old, String chosen) {
        return as(user, "PUT", PATH, passwords(old, chosen));
    }

    private static DeviceKey deviceOf(HttpResponse<String> answer) {
        return DeviceKey.ofToken(cookieOf(answer, DeviceKey.COOKIE)).orElseThrow();
    }

    private static String passwords(String old, String chosen) {
        return body("old_password", old, "new_password", chosen);
    }
}
