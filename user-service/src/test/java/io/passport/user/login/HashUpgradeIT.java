package io.passport.user.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.common.pii.Mobile;
import io.passport.user.IntegrationTest;
import io.passport.user.account.Accounts;
import io.passport.user.password.ImportedHashes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Accounts with hashes of other systems; some take seconds on a busy machine. */
@ExtendWith(OutputCaptureExtension.class)
class HashUpgradeIT extends IntegrationTest {

    @Autowired
    private Accounts accounts;

    private final Mobile mobile = new Mobile(someMobile());

    @ParameterizedTest
    @MethodSource("io.passport.user.password.ImportedHashes#all")
    void logInWhenTheHashIsImportedThenItIsReplaced(String hash) {
        accounts.create(mobile, hash);
        assertThat(logIn("correct horse 8")).contains("\"errno\":\"4004\"");
        assertThat(kept()).isEqualTo(hash);
        assertThat(logIn(ImportedHashes.PASSWORD)).contains("\"errno\":\"0\"");
        assertThat(kept()).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(logIn(ImportedHashes.PASSWORD)).contains("\"errno\":\"0\"");
        assertThat(logIn("correct horse 8")).contains("\"errno\":\"4004\"");
    }

    @Test
    void logInWhenTheHashIsTodaysThenItStays() {
        accounts.create(mobile, ImportedHashes.all()[0]);
        logIn(ImportedHashes.PASSWORD);
        String hash = kept();
        logIn(ImportedHashes.PASSWORD);
        assertThat(kept()).isEqualTo(hash);
    }

    @Test
    void logInWhenTheHashIsDamagedThenItIsAWrongPasswordAndLogged(CapturedOutput output) {
        long id = accounts.create(mobile, "{argon2id}correct horse 9").id();
        assertThat(logIn(ImportedHashes.PASSWORD)).isEqualTo("{\"errno\":\"4004\",\"errmsg\":\"用户名或密码错误\"}");
        assertThat(output).contains("The password hash of Account[" + id + "]").doesNotContain("correct horse");
    }

    private String kept() {
        return accounts.byMobile(mobile).orElseThrow().passwordHash();
    }

    private String logIn(String password) {
        return call(
                        "POST",
                        "/api/v1.0/sessions",
                        "{\"mobile\":\"%s\",\"password\":\"%s\"}".formatted(mobile.number(), password),
                        null)
                .body();
    }
}
