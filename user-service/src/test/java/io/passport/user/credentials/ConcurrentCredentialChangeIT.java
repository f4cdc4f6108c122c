package io.passport.user.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.passport.common.pii.Mobile;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionTemplate;

/** Password or mobile change after an operation has read the account and before it writes it. */
@ExtendWith(OutputCaptureExtension.class)
class ConcurrentCredentialChangeIT extends CredentialsIntegrationTest {

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void logInByCodeWhenCredentialsChangeMeanwhileThenTheCodeIsReleased() throws Exception {
        assertThat(whileChanging(() -> accounts.changePassword(account, "{a thief's}"), this::logInByCode))
                .isEqualTo("{\"errno\":\"4004\",\"errmsg\":\"账户信息刚刚变更，请重试\"}");
        await().untilAsserted(() -> assertThat(VERIFY_SERVICE.released()).hasSize(1));
        assertThat(redis.hasKey("sessions:{" + account.id() + "}")).isFalse();
        assertThat(logInByCode()).startsWith("{\"errno\":\"0\"");
    }

    @Test
    void resetWhenThePasswordChangesMeanwhileThenTheResetWins(CapturedOutput output) throws Exception {
        assertThat(whileChanging(() -> accounts.changePassword(account, "{a thief's}"), this::reset))
                .isEqualTo(OK);
        assertThat(VERIFY_SERVICE.released()).isEmpty();
        assertThat(now().credentialVersion()).isEqualTo(account.credentialVersion() + 2);
        assertThat(logIn(mobile, OTHER_PASSWORD).body()).startsWith("{\"errno\":\"0\"");
        assertThat(output).doesNotContain("Storage failed");
    }

    @Test
    void resetWhenTheAccountHasAnotherNumberMeanwhileThenNothingChanges() throws Exception {
        Mobile other = new Mobile(someMobile());
        assertThat(whileChanging(() -> accounts.changeMobile(account, other), this::reset))
                .isEqualTo("{\"errno\":\"4104\",\"errmsg\":\"用户不存在或未激活\"}");
        assertThat(VERIFY_SERVICE.released()).isEmpty();
        assertThat(logIn(other, PASSWORD).body()).startsWith("{\"errno\":\"0\"");
    }

    /** The result of an operation that has read the account, and writes it after the change is committed. */
    private String whileChanging(Runnable change, Callable<String> act) throws Exception {
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<String> answer = transaction.execute(status -> {
                change.run();
                Future<String> acting = threads.submit(act);
                await().until(this::someoneWaitsForTheAccount);
                return acting;
            });
            return answer.get();
        }
    }

    private boolean someoneWaitsForTheAccount() {
        return database.queryForObject(
                        "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE 'UPDATE account SET%'",
                        Integer.class)
                > 0;
    }

    private String logInByCode() {
        return as(null, "POST", "/api/v1.0/sessions", body("mobile", mobile.number(), "sms_code", "135790"));
    }

    private String reset() {
        return as(
                null,
                "POST",
                "/api/v1.0/passwords",
                body("mobile", mobile.number(), "sms_code", "135790", "password", OTHER_PASSWORD));
    }
}
